/// How long a socket waits and how much it holds; times are in milliseconds.
///
/// The options that are not here are the same for everybody: see `Socket+Roles.swift`.
package struct SocketSettings: Hashable, Sendable {
    /// Largest frame that is accepted (bytes); a peer that sends a larger one is disconnected.
    package var frameBytes: Int
    /// Messages that wait to be sent to one peer, at most.
    package var queuedMessages: Int
    /// Messages of one peer that wait to be received, at most; with the size of a frame it bounds
    /// the memory that a peer can take.
    package var waitingMessages: Int
    /// How long a closed socket still tries to deliver what it holds.
    package var linger: Int
    /// How often a silent connection is probed; 0 for never.
    package var heartbeatInterval: Int
    /// How long a probe may stay unanswered before the connection is given up.
    package var heartbeatTimeout: Int
    /// First and longest pause before a lost connection is tried again; doubled at each try.
    package var reconnectInterval: ClosedRange<Int>

    /// Sets everything; the defaults are for a network, with frames of up to 4 MiB, and as
    /// many messages that wait to be received as to be sent.
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

    /// For the one socket that many workers talk to.
    ///
    /// It answers probes and sends none: libzmq 4.3.4 ends the process (`Assertion failed:
    /// !_io_error`) where a probe is due on a connection that broke while messages waited.
    package static let coordinator = SocketSettings(
        queuedMessages: 1000, waitingMessages: 16, linger: 2000, heartbeatInterval: 0)
    /// For a worker: few messages are ever under way, and a last report is worth a longer wait.
    package static let worker = SocketSettings(queuedMessages: 100, linger: 5000)
}
