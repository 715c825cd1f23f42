import Trials

/// Measures how often caps and limits of work are right, with trials of the search that have none.
package struct CapControl: Hashable, Sendable {
    /// One in this many trials of the search is in the control group.
    private static let period = 20

    /// Number of trials without a cap while other trials had one.
    package private(set) var trials = 0
    /// Number of those that the cap, or the limit of work, would have stopped.
    package private(set) var stops = 0
    /// Number of those that finally cost no more than the cap, so stopping them would have been
    /// wrong.
    package private(set) var wrongStops = 0

    /// Tells whether a trial of the search is in the control group; the first one is.
    static func contains(_ trial: TrialID) -> Bool { trial.rawValue % period == 1 }

    /// Records a trial of the control group, with the cap and the limit of work that it would have
    /// had at its end.
    mutating func note(
        _ report: TrainingReport, cap: Int, effort: Int?, under schedule: GrowthSchedule,
        target: TargetScore
    ) {
        trials += 1
        guard
            report.passes(cap: cap, under: schedule, target: target)
                || report.multiplyAdds > effort ?? .max
        else { return }
        stops += 1
        if report.isReached, report.connections <= cap { wrongStops += 1 }
    }
}
