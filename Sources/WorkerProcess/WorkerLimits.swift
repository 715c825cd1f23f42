/// How long a worker's process waits, and the defaults with which it starts.
package enum WorkerLimits {
    /// How long trainings may still run after the process was asked to stop.
    package static let grace = Duration.seconds(30)
    /// How long to wait for a coordinator that does not answer.
    package static let giveUpAfter = Duration.seconds(24 * 3600)
    /// The longest wait (ms), so that the end of the parent is noticed.
    static let longestWait = 1000
    /// How often a socket tries to reconnect (ms) to a coordinator on this machine, which is
    /// usually back within moments.
    static let localReconnectInterval = 50...500
    /// How often the watchdog checks.
    static let watchInterval = Duration.milliseconds(100)
    /// If two looks are further apart than this, the process itself was frozen.
    static let standstill = Duration.seconds(5)
    /// How long the node may take to say goodbye before the watchdog ends the process.
    static let goodbye = Duration.seconds(10)
    /// How long the workers of a pool may take to leave before they are killed.
    package static let poolStop = Duration.seconds(5)
    /// The grace of a pool's workers (s): less than `poolStop`, so that they can still say goodbye.
    static let poolGrace = 3
}
