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

    /// The time left (s): at this pace, for the part of the budget that is spent last, but no
    /// longer than until the end of the search's time; `nil` if too little has happened to tell.
    ///
    /// - Parameter end: the time until the search must end; `nil` if there is no end.
    package func secondsLeft(
        _ study: StudyState, at now: Instant, untilEnd end: Duration? = nil
    ) -> Double? {
        let times = [secondsByPace(study, at: now), end.map { max(0, $0 / .seconds(1)) }]
        return times.compactMap(\.self).min()
    }

    private func secondsByPace(_ study: StudyState, at now: Instant) -> Double? {
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
