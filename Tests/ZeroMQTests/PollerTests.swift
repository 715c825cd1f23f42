import Glibc
import Testing
import ZeroMQ

@Suite struct PollerTests {
    @Test func `a wait without an event ends when the time is over`() throws {
        var poller = Poller()
        let wakeUp = try WakeUp()
        let source = poller.watch(wakeUp)
        let start = ContinuousClock().now
        let isReady = try poller.wait(milliseconds: 30)
        #expect(!isReady)
        #expect(poller.readiness(of: source) == [])
        #expect(ContinuousClock().now - start >= .milliseconds(29))
    }

    @Test func `another thread wakes the poller`() throws {
        var poller = Poller()
        let wakeUp = try WakeUp()
        let source = poller.watch(wakeUp)
        try onThread { wakeUp.signal() }
        let isReady = try poller.wait(milliseconds: patience)
        #expect(isReady)
        #expect(poller.readiness(of: source) == .readable)
    }

    @Test func `many signals wake once`() throws {
        var poller = Poller()
        let wakeUp = try WakeUp()
        _ = poller.watch(wakeUp)
        for _ in 0..<1000 { wakeUp.signal() }
        let isReady = try poller.wait(milliseconds: 0)
        wakeUp.clear()
        let isStillReady = try poller.wait(milliseconds: 0)
        #expect(isReady)
        #expect(!isStillReady)
    }

    @Test func `a poller tells which source is ready`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://apart",
            in: context,
            settings: hasty
        )
        let dealer = try Socket.dealer(
            connecting: "inproc://apart",
            in: context,
            settings: hasty
        )
        let wakeUp = try WakeUp()
        var ends: [CInt] = [0, 0]
        let piped = unsafe pipe(&ends)
        #expect(piped == 0)
        defer {
            close(ends[0])
            close(ends[1])
        }
        var poller = Poller()
        let sources = [
            poller.watch(router), poller.watch(wakeUp), poller.watch(descriptor: ends[0]),
        ]

        _ = try dealer.send([frame("x")])
        _ = try poller.wait(milliseconds: patience)
        #expect(sources.map { poller.readiness(of: $0) } == [.readable, [], []])
        _ = try router.receive()

        unsafe write(ends[1], "x", 1)
        _ = try poller.wait(milliseconds: patience)
        #expect(sources.map { poller.readiness(of: $0) } == [[], [], .readable])

        wakeUp.signal()
        _ = try poller.wait(milliseconds: patience)
        #expect(sources.map { poller.readiness(of: $0) } == [[], .readable, .readable])
    }

    @Test func `the readiness that a source is watched for can change`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "inproc://changing",
            in: context,
            settings: hasty
        )
        let dealer = try Socket.dealer(
            connecting: "inproc://changing",
            in: context,
            settings: hasty
        )
        var poller = Poller()
        let source = poller.watch(dealer)
        let isReadable = try poller.wait(milliseconds: 0)
        #expect(!isReadable)
        poller.expect([.readable, .writable], of: source)
        let isWritable = try poller.wait(milliseconds: patience)
        #expect(isWritable)
        #expect(poller.readiness(of: source) == .writable)
        poller.expect([], of: source)
        _ = try poller.wait(milliseconds: 0)
        #expect(poller.readiness(of: source) == [])
        _ = try router.receive()
    }

    @Test func `a closed socket is no longer watched`() throws {
        let context = try Context()
        var poller = Poller()
        let source = try watchBriefly(in: context, by: &poller)
        let isReady = try poller.wait(milliseconds: 0)
        #expect(!isReady)
        #expect(poller.readiness(of: source) == [])
    }

    /// Opens a socket that is writable at once, watches it and closes it.
    private func watchBriefly(
        in context: Context,
        by poller: inout Poller
    ) throws -> Poller.Source {
        let router = try Socket.router(
            binding: "inproc://brief",
            in: context,
            settings: hasty
        )
        let dealer = try Socket.dealer(
            connecting: "inproc://brief",
            in: context,
            settings: hasty
        )
        _ = try router.receive()
        let source = poller.watch(dealer, for: .writable)
        let isReady = try poller.wait(milliseconds: patience)
        #expect(isReady)
        return source
    }

    @Test func `signals do not end a wait`() throws {
        // The handler does nothing; it only has to interrupt poll(2).
        signal(SIGUSR2) { _ in }
        let waiting = pthread_self()
        let wakeUp = try WakeUp()
        var poller = Poller()
        _ = poller.watch(wakeUp)
        try onThread {
            for _ in 0..<50 {
                pthread_kill(waiting, SIGUSR2)
                usleep(1000)
            }
            wakeUp.signal()
        }
        let isReady = try poller.wait(milliseconds: patience)
        #expect(isReady)
    }
}
