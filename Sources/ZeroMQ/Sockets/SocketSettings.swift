/// Time limits and queue sizes of a socket; times are in milliseconds.
///
/// All other options are constants: see `Socket+Options.swift` and `Socket+Roles.swift`.
package struct SocketSettings: Hashable, Sendable {
    /// Largest frame that is accepted (bytes); a peer that sends a larger one is disconnected.
    package var frameBytes: Int
    /// Most messages that wait to be sent to one peer.
    package var queuedMessages: Int
    /// Most messages of one peer that wait to be received; together with the frame size it limits
    /// the memory that a peer can use.
    package var waitingMessages: Int
    /// How long a closed socket still tries to deliver its unsent messages.
    package var linger: Int
    /// How often a silent connection is probed; 0 means never.
    package var heartbeatInterval: Int
    /// How long a probe may stay unanswered before the connection is closed.
    package var heartbeatTimeout: Int
    /// First and longest pause before reconnecting; doubled at each try.
    package var reconnectInterval: ClosedRange<Int>

    /// Sets everything.
    ///
    /// The defaults are for a network, with frames of at most 4 MiB; by default as many messages
    /// may wait to be received as to be sent.
    package init(
        frameBytes: Int = 4 << 20,
        queuedMessages: Int,
        waitingMessages: Int? = nil,
        linger: Int,
        heartbeatInterval: Int = 10_000,
        heartbeatTimeout: Int = 30_000,
        reconnectInterval: ClosedRange<Int> = 500...5_000
    ) {
        self.frameBytes = frameBytes
        self.queuedMessages = queuedMessages
        self.waitingMessages = waitingMessages ?? queuedMessages
        self.linger = linger
        self.heartbeatInterval = heartbeatInterval
        self.heartbeatTimeout = heartbeatTimeout
        self.reconnectInterval = reconnectInterval
    }

    /// For the one socket that all workers connect to.
    ///
    /// It answers probes and sends none: libzmq 4.3.4 aborts the process (`Assertion failed:
    /// !_io_error`) if a probe is due on a connection that broke while messages waited.
    package static let coordinator = SocketSettings(
        queuedMessages: 1000, waitingMessages: 16, linger: 2000, heartbeatInterval: 0)
    /// For a worker: it queues few messages, and its last report is worth a longer wait.
    package static let worker = SocketSettings(queuedMessages: 100, linger: 5000)
}
