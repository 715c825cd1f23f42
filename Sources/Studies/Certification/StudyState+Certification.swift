package import Randomness
import ScheduleSearch
package import Trials

/// The trainings with fresh seeds after the search.
///
/// First the finalists are trained with seeds that all of them share, which choose the winner; then
/// the winner is trained with more seeds, which confirm it.
///
/// A budget is not exceeded. If it is too small for all trainings, the choice ends early, so that
/// some trainings are left to confirm the winner; the winner is then the finalist that leads.
extension StudyState {
    /// Fewest confirming trainings for which the choice of the winner leaves room.
    static let leastConfirmations = 3

    /// The next training to choose or to confirm the winner; `nil` if all are proposed, if the
    /// budget is spent, or while the winner is not known yet.
    ///
    /// The finalists that may still win get the next seed in turn, so that the others drop out
    /// early.
    package func nextCertification() -> CertificationProposal? {
        if affordsSelection,
            let next = undecided.min(by: { selectionCount($0) < selectionCount($1) })
        {
            return replicate(selectionCount(next) + 1, of: next)
        }
        let plan = definition.certification
        guard affords(1), let winner = winner() else { return nil }
        let begun = confirmations(of: winner.trial).count
        guard begun < plan.confirmations else { return nil }
        return replicate(plan.replicates + begun + 1, of: winner)
    }

    private func replicate(_ number: Int, of finalist: Finalist) -> CertificationProposal {
        CertificationProposal(
            schedule: finalist.schedule, seed: certificationSeed(number),
            purpose: .certification(of: finalist.trial, replicate: number))
    }

    /// The winner, once it is known: the best of the finalists that were trained with all shared
    /// seeds or, if the budget ended the choice, the finalist that led then.
    func winner() -> Finalist? {
        if affordsSelection || undecided.isEmpty {
            return best(of: finalists.filter { selection(of: $0) != nil })
        }
        let isChoiceOver = finalists.allSatisfy {
            selections(of: $0.trial).allSatisfy(\.isOver)
        }
        return isChoiceOver ? leadingFinalist() ?? best(of: finalists) : nil
    }

    /// The finalists that may still win and were not yet trained with all seeds.
    private var undecided: [Finalist] {
        contenders.filter { selectionCount($0) < definition.certification.replicates }
    }

    /// Whether the budget allows training a finalist once more and confirming the winner.
    private var affordsSelection: Bool {
        affords(1 + keptConfirmations)
    }
}

extension StudyState {
    /// The seed of a replicate; all finalists share it, and the search never used it.
    package func certificationSeed(_ replicate: Int) -> Seed {
        definition.search.seed.derived(for: .certification, index: UInt64(replicate))
    }

    /// The trials that train a finalist again, in the order of their proposal.
    package func replicates(of finalist: TrialID) -> [TrialRecord] {
        replicates[finalist, default: []].compactMap { self[$0] }
    }

    /// The trials that train a finalist with the seeds that all finalists share, in order.
    func selections(of finalist: TrialID) -> [TrialRecord] {
        replicates(of: finalist).filter { !isConfirmation($0) }
    }

    /// The trials that train a finalist with the seeds that are used for no decision.
    func confirmations(of finalist: TrialID) -> [TrialRecord] {
        replicates(of: finalist).filter(isConfirmation)
    }

    private func selectionCount(_ finalist: Finalist) -> Int {
        selections(of: finalist.trial).count
    }

    private func isConfirmation(_ record: TrialRecord) -> Bool {
        guard case .certification(_, let replicate) = record.purpose else { return false }
        return replicate > definition.certification.replicates
    }
}
