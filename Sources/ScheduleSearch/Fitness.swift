public import Trials

/// How good a trial was: the smaller fitness is the better one.
///
/// The order of the cases is the rule: a schedule that reached the target beats every one that did
/// not; of those, one that was stopped while still growing beats one that gave up, and a miss beats
/// having no measurement.
///
/// Source: Deb, "An efficient constraint handling method for genetic algorithms", Computer Methods
/// in Applied Mechanics and Engineering 186 (2000), section 3.
public enum Fitness: Hashable, Comparable, Codable, Sendable {
    /// The target was reached with this many connections.
    case reached(connections: Double)
    /// The trial was stopped at this many connections; the target costs more.
    case censored(connections: Double)
    /// The score fell short of the target by this much (positive, finite).
    case missed(shortfall: Double)
    /// The training diverged or was lost.
    case failed
}

extension Fitness {
    /// Judges a report under a target.
    public init(_ report: TrainingReport, under target: TargetScore) {
        switch report.outcome {
        case .reached: self = .reached(connections: Double(report.connections))
        case .censored(let cap): self = .censored(connections: Double(cap))
        case .failed(.diverged): self = .failed
        case .failed:
            let best = report.curve.map { target.shortfall(of: $0.validation) }.min()
            self = .missed(shortfall: max(0, best ?? target.shortfall(of: report.validation)))
        }
    }
}
