/// How the winner is chosen at the end: by training the best few again with fresh seeds.
package struct CertificationPlan: Hashable, Codable, Sendable {
    /// Schedules that are trained again, at most.
    ///
    /// Measured over recorded trainings of digits, against 8: with 64 workers, which leave most
    /// schedules with one training, 11 % (4 to 18) fewer connections; with 1 and 8 workers
    /// 0 to 2 %.
    package let finalists: Int
    /// Fresh seeds that a finalist is trained with, unless it is dropped before; the same for all.
    package let replicates: Int
    /// Further seeds that the winner is trained with.
    ///
    /// What is told of it rests on these alone, because a mean that won against others is better
    /// than it should be; 0 tells that mean.
    package let confirmations: Int

    package init(finalists: Int = 32, replicates: Int = 5, confirmations: Int = 10) {
        self.finalists = finalists
        self.replicates = replicates
        self.confirmations = confirmations
    }
}
