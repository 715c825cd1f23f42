package import Coordination
package import Studies

/// How fast a search progresses, measured since an instant.
package struct SearchPace: Hashable, Sendable {
    /// The fewest finished trainings that give a pace.
    private static let leastTrainings = 5

    private let begin: Instant
    private let overBefore: Int

    /// Begins to measure a search.
    package init(of study: StudyState, at now: Instant) {
        begin = now
        overBefore = study.trialsOver
    }

    /// The time left at this pace (s), for the part of the budget that is spent last; `nil` if too
    /// little has happened to tell.
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
