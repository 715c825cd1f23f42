/// How the winner is chosen at the end: the best few schedules are trained again with fresh seeds.
package struct CertificationPlan: Hashable, Codable, Sendable {
    /// Most schedules that are trained again.
    ///
    /// Measured over recorded trainings of digits, 32 against 8: with 64 workers, which train most
    /// schedules only once, 11 % (4 to 18) fewer connections; with 1 and 8 workers 0 to 2 %.
    package let finalists: Int
    /// Number of fresh seeds for each finalist that is not dropped earlier; the same for all.
    package let replicates: Int
    /// Number of further seeds for the winner.
    ///
    /// The reported result uses only these, because the mean of a winner is too good on average; 0
    /// reports that mean.
    package let confirmations: Int

    /// Plans so many trainings; the defaults are what was measured to be worth it.
    package init(finalists: Int = 32, replicates: Int = 5, confirmations: Int = 10) {
        self.finalists = finalists
        self.replicates = replicates
        self.confirmations = confirmations
    }
}
