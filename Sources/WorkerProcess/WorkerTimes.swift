/// How long a worker waits for what may not come.
package struct WorkerTimes: Sendable {
    /// For its trainings, once it is asked to leave.
    package let grace: Duration
    /// For a coordinator that is not there.
    package let giveUpAfter: Duration

    package init(grace: Duration, giveUpAfter: Duration) {
        self.grace = grace
        self.giveUpAfter = giveUpAfter
    }
}
