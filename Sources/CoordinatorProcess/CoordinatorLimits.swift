/// How much a coordinator's process takes in at once, and how long it waits.
enum CoordinatorLimits {
    /// Most messages that are read before the turn's transaction, so that no peer waits long.
    static let turnMessages = 512
    /// Bytes of messages after which no more are read, to limit the memory of a turn.
    static let turnBytes = 8 << 20
    /// Number of messages that are encoded before they are sent; chunks of datasets count too.
    static let sendingGroup = 64
    /// The longest wait (ms), so that child processes and deadlines are checked.
    static let longestWait = 200
    /// The shortest wait (ms) while overdue leases are kept.
    static let shortestGrace = 10
    /// How often the coordinator tries again to write a journal that cannot be written.
    static let journalRetry = Duration.seconds(1)
    /// How often the user is reminded of that.
    static let journalReminder = Duration.seconds(60)
}
