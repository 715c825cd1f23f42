import ScheduleSearch
import Trials

extension StudyState {
    /// Fewest trainings that confirm a schedule; a single one says nothing about the spread.
    private static let leastEvidence = 2

    /// The result of the winner among the finalists once it is confirmed; before that, of the
    /// leading finalist, once all seeds that the finalists share are finished.
    ///
    /// - Complexity: O(finalists · replicates).
    package func certificate() -> Certificate? {
        winner().flatMap(confirmed) ?? leadingFinalist().flatMap(selection(of:))
    }

    /// The result of a finalist with the seeds that all finalists share; `nil` before all are
    /// finished, or if none reached the target.
    func selection(of finalist: Finalist) -> Certificate? {
        let shared = selections(of: finalist.trial)
        guard shared.count == definition.certification.replicates, shared.allSatisfy(\.isOver)
        else { return nil }
        return Certificate(of: finalist, resting: shared, .selection)
    }

    /// The result with the seeds that were used for no decision; `nil` before all of those are
    /// finished that are planned or that the budget allows.
    private func confirmed(_ winner: Finalist) -> Certificate? {
        let planned = definition.certification.confirmations
        let further = confirmations(of: winner.trial)
        let enough = affords(1) ? planned : min(planned, Self.leastEvidence)
        guard planned > 0, further.count >= enough, further.allSatisfy(\.isOver) else { return nil }
        return Certificate(of: winner, resting: further, .confirmation)
    }
}
