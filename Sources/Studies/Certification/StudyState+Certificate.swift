import ScheduleSearch
import Trials

extension StudyState {
    /// Fewest trainings that confirm anything: one alone does not tell how far others are from it.
    private static let leastEvidence = 2

    /// How the winner among the finalists fared, once it is confirmed; before that, the finalist
    /// that stands best, once the seeds are over that all finalists share.
    ///
    /// - Complexity: O(finalists · replicates).
    package func certificate() -> Certificate? {
        winner().flatMap(confirmed) ?? leadingFinalist().flatMap(selection(of:))
    }

    /// What the seeds that all finalists share say of one; nothing before all of them are over, or
    /// where none reached the target.
    func selection(of finalist: Finalist) -> Certificate? {
        let shared = selections(of: finalist.trial)
        guard shared.count == definition.certification.replicates, shared.allSatisfy(\.isOver)
        else { return nil }
        return Certificate(of: finalist, resting: shared, .selection)
    }

    /// What the seeds say that decided nothing; nothing before all of them are over that are
    /// planned, or that the budget has room for.
    private func confirmed(_ winner: Finalist) -> Certificate? {
        let planned = definition.certification.confirmations
        let further = confirmations(of: winner.trial)
        let enough = affords(1) ? planned : min(planned, Self.leastEvidence)
        guard planned > 0, further.count >= enough, further.allSatisfy(\.isOver) else { return nil }
        return Certificate(of: winner, resting: further, .confirmation)
    }
}
