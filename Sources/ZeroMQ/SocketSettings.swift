/// How long a socket waits and how much it holds; times are in milliseconds.
///
/// The options that are not here are the same for everybody: see `Socket+Roles.swift`.
package struct SocketSettings: Hashable, Sendable {
    /// Largest frame that is accepted (bytes); a peer that sends a larger one is disconnected.
    package var frameBytes: Int
    /// Messages that wait in each direction for one peer, at most.
    package var queuedMessages: Int
    /// How long a closed socket still tries to deliver what it holds.
    package var linger: Int
    /// How often a silent connection is probed.
    package var heartbeatInterval: Int
    /// How long a probe may stay unanswered before the connection is given up.
    package var heartbeatTimeout: Int
    /// First and longest pause before a lost connection is tried again; doubled at each try.
    package var reconnectInterval: ClosedRange<Int>

    /// Sets everything; the defaults are for a network, with frames of up to 4 MiB.
    package init(
        frameBytes: Int = 4 << 20,
        queuedMessages: Int,
        linger: Int,
        heartbeatInterval: Int = 10_000,
        heartbeatTimeout: Int = 30_000,
        reconnectInterval: ClosedRange<Int> = 500...30_000
    ) {
        self.frameBytes = frameBytes
        self.queuedMessages = queuedMessages
        self.linger = linger
        self.heartbeatInterval = heartbeatInterval
        self.heartbeatTimeout = heartbeatTimeout
        self.reconnectInterval = reconnectInterval
    }

    /// For the one socket that many workers talk to.
    package static let coordinator = SocketSettings(queuedMessages: 1000, linger: 2000)
    /// For a worker: few messages are ever under way, and a last report is worth a longer wait.
    package static let worker = SocketSettings(queuedMessages: 100, linger: 5000)
}
