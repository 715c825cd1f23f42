import Glibc
import Testing
import ZeroMQ

/// Converts a text to a frame.
func frame(_ text: String) -> [UInt8] {
    Array(text.utf8)
}

/// Small queues and fast reconnection, so that tests need not wait.
let hasty = SocketSettings(queuedMessages: 10, linger: 0, reconnectInterval: 5...20)

/// How long a test waits for what has to come (ms), so that no test hangs for ever.
let patience = 600_000

/// Waits for a message; `nil` if none comes.
func nextMessage(on socket: borrowing Socket) throws -> [[UInt8]]? {
    var poller = Poller()
    _ = poller.watch(socket)
    while try poller.wait(milliseconds: patience) {
        if let message = try socket.receive() { return message }
    }
    return nil
}

/// Waits until a message can be sent, and sends it.
///
/// A connection may break between the two, on a busy machine: then the next one is waited for.
func deliver(_ frames: [[UInt8]], on socket: borrowing Socket) throws -> SendOutcome {
    var poller = Poller()
    _ = poller.watch(socket, for: .writable)
    var outcome = SendOutcome.wouldBlock
    while outcome == .wouldBlock, try poller.wait(milliseconds: patience) {
        outcome = try socket.send(frames)
    }
    return outcome
}

/// Sends a message repeatedly until one arrives; returns what arrived.
///
/// A message that is sent while a connection breaks may be lost, like every message of ZeroMQ.
func insist(
    _ frames: [[UInt8]],
    from dealer: borrowing Socket,
    to router: borrowing Socket
) throws -> [[UInt8]]? {
    var poller = Poller()
    _ = poller.watch(router)
    for _ in 0..<(patience / 20) {
        _ = try dealer.send(frames)
        if try poller.wait(milliseconds: 20) { return try router.receive() }
    }
    return nil
}

/// Runs a closure on its own thread.
///
/// Tests block the threads of a small pool, so a task might never run.
func onThread(_ body: @escaping @Sendable () -> Void) throws {
    let box = unsafe Unmanaged.passRetained(Body(run: body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
        &thread,
        nil,
        { argument in
            guard let argument = unsafe argument else { return nil }
            unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
            return nil
        },
        box.toOpaque()
    )
    try #require(code == 0)
    pthread_detach(thread)
}

private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
