import Trials

/// How right caps are, by trials of the search that had none.
package struct CapControl: Hashable, Sendable {
    /// Trials that had no cap while there was one.
    package private(set) var trials = 0
    /// Those of them that the cap would have stopped.
    package private(set) var stops = 0
    /// Those of them that cost no more than the cap in the end, so that it would have been wrong.
    package private(set) var wrongStops = 0

    /// Notes a trial of the control group, and the cap that it would have had at its end.
    mutating func note(
        _ report: TrainingReport, cap: Int, under schedule: GrowthSchedule, target: TargetScore
    ) {
        trials += 1
        guard report.passes(cap: cap, under: schedule, target: target) else { return }
        stops += 1
        if report.isReached, report.connections <= cap { wrongStops += 1 }
    }
}
