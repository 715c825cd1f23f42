import ScheduleSearch
import Trials

extension StudyState {
    /// Trials of the search whose neighbourhoods are compared: the best by their own report.
    private static let shortlist = 200

    /// Chooses the schedules that are trained again, from the trials of a search that is over.
    ///
    /// They are distinct, they reached the target, and trials like them cost little on average. The
    /// first trial is among them if it reached the target: it is what was known before the search,
    /// and the winner should not be worse.
    ///
    /// - Complexity: O(trials log trials) with at most 200 neighbourhoods.
    func chosenFinalists() -> [TrialID] {
        let searched = trials.filter { $0.purpose == .search && $0.isOver }
        let judged = NeighbourhoodCost(
            space: definition.space, evaluations: searched.compactMap(evaluation(of:)))
        let ranked = shortlist(of: searched)
            .map { (cost: judged.mean(around: $0.schedule), record: $0) }
            .sorted { left, right in
                left.cost == right.cost
                    ? left.record.trial < right.record.trial : left.cost < right.cost
            }
        let known = searched.prefix(1).filter { $0.report?.isReached == true }
        var distinct: [TrialRecord] = []
        for record in ranked.map(\.record) + known
        where !distinct.contains(where: { $0.schedule == record.schedule }) {
            if distinct.count < definition.certification.finalists || record == known.first {
                distinct.append(record)
            }
        }
        return distinct.map(\.trial)
    }

    private func shortlist(of searched: [TrialRecord]) -> [TrialRecord] {
        let reached = searched.filter { record in
            record.report.map {
                $0.isReached && !$0.isBeyond(cap: cap, schedule: record.schedule)
            } ?? false
        }
        let ranked = reached.sorted { left, right in
            let costs = (left.report?.connections ?? 0, right.report?.connections ?? 0)
            return costs.0 == costs.1 ? left.trial < right.trial : costs.0 < costs.1
        }
        return Array(ranked.prefix(Self.shortlist))
    }

    private func evaluation(of record: TrialRecord) -> Evaluation? {
        fitness(of: record).map {
            Evaluation(trial: record.trial, schedule: record.schedule, fitness: $0)
        }
    }
}
