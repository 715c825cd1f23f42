/// The result of replaying a study's events: the answer of `espalier replay`.
package struct ReplaySummary: Hashable, Codable, Sendable {
    /// Events of the study.
    package let events: Int
    /// Trials of the search.
    package let trials: Int
    /// Trainings that were proposed: those of trials and those that certify.
    package let trainings: Int
    /// Trials that the strategy would propose differently now.
    package let divergentProposals: Int
    /// Whether everything is as it was recorded.
    package let ok: Bool

    /// Sums up a replay.
    ///
    /// - Parameter isSame: whether the coordinator's study equals the fold of the events.
    package init(
        events: Int, trials: Int, trainings: Int, divergentProposals: Int, isSame: Bool
    ) {
        self.events = events
        self.trials = trials
        self.trainings = trainings
        self.divergentProposals = divergentProposals
        ok = isSame && divergentProposals == 0
    }

    /// The line that shows the summary to the user.
    package var line: String {
        """
        \(events) events give \(Figure.number(trials, "trial")) and \
        \(Figure.number(trainings, "training")); the strategy would propose \
        \(divergentProposals) trials differently
        """
    }

    private enum CodingKeys: String, CodingKey {
        case events, trials, trainings, ok
        case divergentProposals = "divergent_proposals"
    }
}
