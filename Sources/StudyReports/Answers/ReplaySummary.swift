/// What a study's events come to when they are taken in again: the answer of `espalier replay`.
package struct ReplaySummary: Hashable, Codable, Sendable {
    /// Events of the study.
    package let events: Int
    /// Trials of the search.
    package let trials: Int
    /// Trainings that were wanted: those of trials and those that certify.
    package let trainings: Int
    /// Trials that the strategy would propose otherwise now.
    package let divergentProposals: Int
    /// Whether nothing differs from what was recorded.
    package let ok: Bool

    /// Sums up a replay.
    ///
    /// - Parameter isSame: whether the coordinator's study is the fold of the events.
    package init(
        events: Int, trials: Int, trainings: Int, divergentProposals: Int, isSame: Bool
    ) {
        self.events = events
        self.trials = trials
        self.trainings = trainings
        self.divergentProposals = divergentProposals
        ok = isSame && divergentProposals == 0
    }

    /// The summary for a person.
    package var line: String {
        """
        \(events) events give \(Figure.number(trials, "trial")) and \
        \(Figure.number(trainings, "training")); the strategy would propose \
        \(divergentProposals) trials otherwise
        """
    }

    private enum CodingKeys: String, CodingKey {
        case events, trials, trainings, ok
        case divergentProposals = "divergent_proposals"
    }
}
