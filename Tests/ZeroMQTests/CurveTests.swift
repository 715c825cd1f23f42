import Testing
import ZeroMQ

@Suite struct CurveTests {
    /// What each side of a connection observed.
    private struct Meeting {
        var atRouter: [ConnectionEvent] = []
        var atDealer: [ConnectionEvent] = []
        var decisions: [AdmissionDesk.Decision] = []
    }

    private let context: Context
    private let coordinator: CurveKeyPair
    private let oak: CurveKeyPair

    init() throws {
        coordinator = try .generate()
        oak = try .generate()
        context = try Context()
    }

    /// Answers the desk's requests until `isOver` is true.
    private func meet(
        at desk: borrowing AdmissionDesk,
        _ router: borrowing Socket,
        _ dealer: borrowing Socket,
        until isOver: (Meeting) -> Bool
    ) throws -> Meeting {
        var poller = Poller()
        _ = desk.watch(by: &poller)
        _ = poller.watchConnections(of: router)
        _ = poller.watchConnections(of: dealer)
        var meeting = Meeting()
        let deadline = ContinuousClock.now + .milliseconds(patience)
        while !isOver(meeting), ContinuousClock.now < deadline {
            _ = try poller.wait(milliseconds: 100)
            meeting.decisions += try desk.decide { $0 == oak.publicKey ? "oak" : nil }
            while let event = try router.nextConnectionEvent() { meeting.atRouter.append(event) }
            while let event = try dealer.nextConnectionEvent() { meeting.atDealer.append(event) }
        }
        return meeting
    }

    @Test func `a worker whose key is listed is admitted and can send`() throws {
        let desk = try AdmissionDesk(in: context)
        let router = try desk.router(
            binding: "tcp://127.0.0.1:*", settings: hasty, keys: coordinator)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint, in: context, settings: hasty,
            keys: ClientKeys(own: oak, server: coordinator.publicKey))
        let meeting = try meet(at: desk, router, dealer) {
            $0.atRouter == [.connected] && $0.atDealer == [.connected]
        }
        #expect(meeting.atDealer == [.connected])
        #expect(meeting.decisions.map(\.admittedAs) == ["oak"])
        #expect(meeting.decisions.map(\.key) == [oak.publicKey])
        #expect(meeting.decisions.first?.address == "127.0.0.1")
        _ = try deliver([frame("hello")], on: dealer)
        let received = try #require(try nextMessage(on: router))
        #expect(received.last == frame("hello"))
        _ = try router.send([received[0], frame("welcome")])
        #expect(try nextMessage(on: dealer) == [frame("welcome")])
    }

    @Test func `a worker whose key is not listed is refused for good`() throws {
        let stranger = try CurveKeyPair.generate()
        let desk = try AdmissionDesk(in: context)
        let router = try desk.router(
            binding: "tcp://127.0.0.1:*", settings: hasty, keys: coordinator)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint, in: context, settings: hasty,
            keys: ClientKeys(own: stranger, server: coordinator.publicKey))
        let meeting = try meet(at: desk, router, dealer) { !$0.atDealer.isEmpty }
        #expect(meeting.atDealer.first == .refused(status: 400))
        #expect(meeting.decisions.first?.key == stranger.publicKey)
        #expect(meeting.decisions.first?.admittedAs == nil)
        #expect(!meeting.atRouter.contains(.connected))
        #expect(try dealer.send([frame("let me in")]) == .wouldBlock)
    }

    @Test func `a worker with another coordinator's key is disconnected`() throws {
        let desk = try AdmissionDesk(in: context)
        let router = try desk.router(
            binding: "tcp://127.0.0.1:*", settings: hasty, keys: coordinator)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint, in: context, settings: hasty,
            keys: ClientKeys(own: oak, server: try CurveKeyPair.generate().publicKey))
        let meeting = try meet(at: desk, router, dealer) {
            $0.atDealer.count >= 3 && !$0.atRouter.isEmpty
        }
        #expect(meeting.atRouter.first == .undecipherable)
        #expect(meeting.atDealer.prefix(3) == [.hungUp, .hungUp, .hungUp])
        #expect(meeting.decisions.isEmpty)
    }

    @Test func `a worker without keys learns that keys are required`() throws {
        let desk = try AdmissionDesk(in: context)
        let router = try desk.router(
            binding: "tcp://127.0.0.1:*", settings: hasty, keys: coordinator)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint, in: context, settings: hasty)
        let meeting = try meet(at: desk, router, dealer) {
            $0.atDealer.contains(.mechanismMismatch) && $0.atRouter.contains(.mechanismMismatch)
        }
        #expect(meeting.atDealer.contains(.mechanismMismatch))
        #expect(meeting.atRouter.contains(.mechanismMismatch))
        #expect(!meeting.atRouter.contains(.connected))
        #expect(meeting.decisions.isEmpty)
    }

    @Test func `a worker with keys does not talk to a coordinator without`() throws {
        let desk = try AdmissionDesk(in: context)
        let router = try Socket.router(
            binding: "tcp://127.0.0.1:*", in: context, settings: hasty)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint, in: context, settings: hasty,
            keys: ClientKeys(own: oak, server: coordinator.publicKey))
        let meeting = try meet(at: desk, router, dealer) {
            $0.atDealer.contains(.mechanismMismatch) && $0.atRouter.contains(.mechanismMismatch)
        }
        #expect(meeting.atDealer.contains(.mechanismMismatch))
        #expect(meeting.atRouter.contains(.mechanismMismatch))
        #expect(!meeting.atDealer.contains(.connected))
    }

    @Test func `a missing coordinator and one that refuses give different events`() throws {
        let desk = try AdmissionDesk(in: context)
        let router = try Socket.router(
            binding: "tcp://127.0.0.1:*", in: context, settings: hasty)
        let dealer = try Socket.dealer(
            connecting: "ipc:///tmp/espalier-test-no-such-socket", in: context, settings: hasty,
            keys: ClientKeys(own: oak, server: coordinator.publicKey))
        let meeting = try meet(at: desk, router, dealer) { !$0.atDealer.isEmpty }
        #expect(meeting.atDealer.allSatisfy { $0 == .unanswered })
        #expect(!meeting.atDealer.isEmpty)
    }

    @Test func `a context has one desk`() throws {
        let first = try AdmissionDesk(in: context)
        #expect(throws: ZeroMQError.self) { _ = try AdmissionDesk(in: context) }
        #expect(try first.decide { _ in nil }.isEmpty)
    }
}
