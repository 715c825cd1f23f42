/// How long a worker waits.
package struct WorkerTimes: Sendable {
    /// For its trainings, after it was asked to leave.
    package let grace: Duration
    /// For a coordinator that does not answer.
    package let giveUpAfter: Duration

    /// Sets both times.
    package init(grace: Duration, giveUpAfter: Duration) {
        self.grace = grace
        self.giveUpAfter = giveUpAfter
    }
}
