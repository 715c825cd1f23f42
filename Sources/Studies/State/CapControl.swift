import Trials

/// How right caps and limits of effort are, by trials of the search that had none.
package struct CapControl: Hashable, Sendable {
    /// Trials that had no cap while there was one.
    package private(set) var trials = 0
    /// Those of them that the cap, or the limit of effort, would have stopped.
    package private(set) var stops = 0
    /// Those of them that cost no more than the cap in the end, so that this would have been wrong.
    package private(set) var wrongStops = 0

    /// Notes a trial of the control group, with the cap and the limit of effort that it would have
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
