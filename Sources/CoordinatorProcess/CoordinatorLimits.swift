/// How much a coordinator's process takes in at once, and how long it waits.
enum CoordinatorLimits {
    /// Messages taken in before the turn's transaction, so that nobody waits long for an answer.
    static let turnMessages = 512
    /// Bytes of messages after which no further one is taken in, which bounds the memory of a turn.
    static let turnBytes = 8 << 20
    /// Messages that are written out before they are sent; pieces of datasets are among them.
    static let sendingGroup = 64
    /// The longest wait (ms), so that child processes and the clock are looked after.
    static let longestWait = 200
    /// The shortest wait (ms) while overdue leases are held.
    static let shortestGrace = 10
    /// How often a journal that cannot be written is tried again.
    static let journalRetry = Duration.seconds(1)
    /// How often a person is reminded of that.
    static let journalReminder = Duration.seconds(60)
}
