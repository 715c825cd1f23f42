import Glibc
import Testing
import ZeroMQ

@Suite struct SocketTests {
    @Test(arguments: ["inproc://round-trip", "tcp://127.0.0.1:*", "ipc"])
    func `a message reaches the router and its answer comes back`(transport: String) throws {
        let path = TemporaryEndpoint("round-trip")
        let endpoint = transport == "ipc" ? path.text : transport
        let context = try Context()
        let router = try Socket.router(binding: endpoint, in: context, settings: hasty)
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint,
            in: context,
            settings: hasty
        )

        let outcome = try deliver([frame("hello"), [], [0, 255]], on: dealer)
        #expect(outcome == .sent)
        let received = try #require(try nextMessage(on: router))
        #expect(received.count == 4)
        #expect(Array(received.dropFirst()) == [frame("hello"), [], [0, 255]])

        let answer = try router.send([received[0], frame("welcome")])
        #expect(answer == .sent)
        let answered = try nextMessage(on: dealer)
        #expect(answered == [frame("welcome")])
    }

    @Test func `receiving without a message returns nil at once`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://silent",
            in: context,
            settings: hasty
        )
        let received = try router.receive()
        #expect(received == nil)
    }

    @Test func `a dealer without a peer would block`() throws {
        let context = try Context()
        let nobody = TemporaryEndpoint("nobody")
        let dealer = try Socket.dealer(
            connecting: nobody.text,
            in: context,
            settings: hasty
        )
        let outcome = try dealer.send([frame("hello"), frame("there")])
        #expect(outcome == .wouldBlock)
    }

    @Test func `an unknown routing id is unreachable`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://unknown",
            in: context,
            settings: hasty
        )
        let outcome = try router.send([[0, 1, 2, 3, 4], frame("lost")])
        #expect(outcome == .unreachable)
    }

    @Test func `a peer that does not read fills only its own queue`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://full",
            in: context,
            settings: hasty
        )
        let deaf = try Socket.dealer(
            connecting: "inproc://full",
            in: context,
            settings: hasty
        )
        let keen = try Socket.dealer(
            connecting: "inproc://full",
            in: context,
            settings: hasty
        )
        _ = try deaf.send([frame("deaf")])
        let deafID = try #require(try nextMessage(on: router))[0]
        _ = try keen.send([frame("keen")])
        let keenID = try #require(try nextMessage(on: router))[0]

        var taken = 0
        while try router.send([deafID, frame("lease")]) == .sent, taken < 1000 { taken += 1 }
        #expect((10...20).contains(taken))
        let outcome = try router.send([keenID, frame("lease")])
        #expect(outcome == .sent)
    }

    @Test func `a frame above the limit disconnects only its sender`() throws {
        let context = try Context()
        var strict = hasty
        strict.frameBytes = 1000
        let path = TemporaryEndpoint("strict")
        let router = try Socket.router(
            binding: path.text,
            in: context,
            settings: strict
        )
        let dealer = try Socket.dealer(
            connecting: router.lastEndpoint,
            in: context,
            settings: hasty
        )
        let neighbour = try Socket.dealer(
            connecting: router.lastEndpoint,
            in: context,
            settings: hasty
        )
        _ = try deliver([[UInt8](repeating: 7, count: 1000)], on: dealer)
        let first = try #require(try nextMessage(on: router))
        #expect(first[1].count == 1000)
        _ = try deliver([frame("here")], on: neighbour)
        let other = try #require(try nextMessage(on: router))

        _ = try deliver([[UInt8](repeating: 7, count: 1001)], on: dealer)
        let second = try #require(
            try insist([frame("back")], from: dealer, to: router)
        )
        #expect(second[1] == frame("back"))
        #expect(second[0] != first[0])
        let outcomes = [
            try router.send([first[0], frame("?")]), try router.send([other[0], frame("?")]),
        ]
        #expect(outcomes == [.unreachable, .sent])
    }

    @Test func `a dealer reconnects when the router returns`() throws {
        let context = try Context()
        let path = TemporaryEndpoint("restart")
        let endpoint = path.text
        let dealer = try Socket.dealer(connecting: endpoint, in: context, settings: hasty)
        for round in ["first", "second"] {
            // A context ends only after its sockets have closed in the background.
            let own = try Context()
            let router = try Socket.router(binding: endpoint, in: own, settings: hasty)
            let received = try #require(
                try insist([frame(round)], from: dealer, to: router)
            )
            #expect(received[1] == frame(round))
            let outcome = try router.send([received[0], frame("welcome")])
            #expect(outcome == .sent)
            let answer = try nextMessage(on: dealer)
            #expect(answer == [frame("welcome")])
        }
    }

    @Test func `frames after the eighth are dropped`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://many",
            in: context,
            settings: hasty
        )
        let dealer = try Socket.dealer(
            connecting: "inproc://many",
            in: context,
            settings: hasty
        )
        _ = try dealer.send(Array(repeating: frame("x"), count: 100))
        _ = try dealer.send([frame("next")])
        let crowd = try #require(try nextMessage(on: router))
        #expect(crowd.count == Socket.keptFrames)
        let next = try #require(try nextMessage(on: router))
        #expect(next.last == frame("next"))
    }
}
