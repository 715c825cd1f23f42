package import ScheduleSearch
import Trials

/// Beyond how many connections a trial does not matter any more.
///
/// That is more than twice what the best trial costs, and more than the costs of as many trials as
/// a strategy keeps: such a trial enters no population, so that it is all the same whether it was
/// stopped, and when.
struct CostCap: Hashable, Sendable {
    /// Trials that a strategy keeps at most; the population of the evolution has as many members.
    private static let keptTrials = 24
    private static let slack = 2

    /// The smallest costs so far, in order.
    private var costs: [Int] = []

    /// Notes what a trial that reached the target costs; takes O(1) for all but the best.
    mutating func note(_ connections: Int) {
        if costs.count == Self.keptTrials {
            guard let worst = costs.last, connections < worst else { return }
            costs.removeLast()
        }
        costs.insert(connections, at: costs.firstIndex { connections < $0 } ?? costs.endIndex)
    }

    /// The cap; it only ever gets smaller.
    var value: Int? {
        guard costs.count == Self.keptTrials, let best = costs.first, let worst = costs.last
        else { return nil }
        return max(worst, Self.slack * best)
    }
}

extension TrainingReport {
    /// Tells whether a training with this cap would have been stopped, or is known to cost more.
    ///
    /// The answer is the same whether the training was stopped at a cap or went on to its end,
    /// because nobody knows when a cap reaches a worker. (With thinning, that holds but for the
    /// rare chains that get below the cap after a stage has failed far beyond it.)
    ///
    /// - Complexity: O(checks).
    func isBeyond(cap: Int?, schedule: GrowthSchedule) -> Bool {
        if isCensored { return true }
        guard let cap else { return false }
        if isReached, connections > cap { return true }
        return schedule.thinning == .none && curve.contains { $0.connections > cap }
    }
}

extension StudyState {
    /// How a trial of the search fared, as far as it matters: beyond the cap, all costs are alike.
    package func fitness(of record: TrialRecord) -> Fitness? {
        if let cap, let report = record.report,
            report.isBeyond(cap: cap, schedule: record.schedule)
        {
            return .censored(connections: Double(cap))
        }
        return record.fitness(under: definition.target)
    }
}
