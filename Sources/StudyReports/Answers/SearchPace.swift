package import Coordination
package import Studies

/// How fast a search gets on, since somebody began to watch it.
package struct SearchPace: Hashable, Sendable {
    /// Trainings that have to be over before a pace says anything.
    private static let leastTrainings = 5

    private let begin: Instant
    private let overBefore: Int

    /// Begins to watch a search.
    package init(of study: StudyState, at now: Instant) {
        begin = now
        overBefore = study.trialsOver
    }

    /// What is left at the pace so far, of the part of the budget that is spent last (s); `nil`
    /// if too little has happened to tell.
    package func secondsLeft(_ study: StudyState, at now: Instant) -> Double? {
        let over = study.trialsOver - overBefore
        guard over >= Self.leastTrainings else { return nil }
        let pace = (now - begin) / .seconds(1) / Double(over)
        let search = study.wantsSearch ? study.budget.trials - study.searchTrialsOver : 0
        let byTrials = pace * Double(search + study.plannedCertifications)
        guard study.wantsSearch, let limit = study.budget.computeSeconds, study.cpuSeconds > 0
        else { return byTrials }
        let each = study.cpuSeconds / Double(study.trialsOver)
        return min(byTrials, pace * max(0, limit - study.cpuSeconds) / each)
    }
}
