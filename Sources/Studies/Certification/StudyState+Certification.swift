package import Randomness
import ScheduleSearch
package import Trials

/// What is trained with fresh seeds once the search is over: finalists with seeds that all of them
/// share, which choose the winner, and then the winner with further ones, which confirm it.
///
/// A budget of processor time is kept to. Where it is too small for everything, the choice ends
/// early, so that there is something left to confirm with, and whoever leads then is the winner.
extension StudyState {
    /// Trainings that confirm the winner for which the choice of it leaves room.
    private static let leastConfirmations = 3

    /// The next training that the choice of the winner needs, or that confirms it; nothing when all
    /// are proposed, when the budget is spent, or while the winner is not known yet.
    ///
    /// Whoever may still win gets the next seed in turn, so that others drop out early.
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

    /// The finalist that won, once that is known: of those that were trained with all the seeds
    /// that finalists share the best; where the budget ended the choice, who led then.
    func winner() -> Finalist? {
        if affordsSelection || undecided.isEmpty {
            return best(of: finalists.filter { selection(of: $0) != nil })
        }
        let isChoiceOver = finalists.allSatisfy {
            selections(of: $0.trial).allSatisfy(\.isOver)
        }
        return isChoiceOver ? leadingFinalist() ?? best(of: finalists) : nil
    }

    /// The finalists that may still win and were not trained with all the seeds yet.
    private var undecided: [Finalist] {
        contenders.filter { selectionCount($0) < definition.certification.replicates }
    }

    /// Whether the budget has room to train a finalist once more and to confirm the winner.
    private var affordsSelection: Bool {
        affords(1 + min(definition.certification.confirmations, Self.leastConfirmations))
    }
}

extension StudyState {
    /// The seed of a replicate, which all finalists share and the search never used.
    package func certificationSeed(_ replicate: Int) -> Seed {
        definition.search.seed.derived(for: .certification, index: UInt64(replicate))
    }

    /// The trials that train a finalist again, in the order of their proposal.
    package func replicates(of finalist: TrialID) -> [TrialRecord] {
        replicates[finalist, default: []].compactMap { self[$0] }
    }

    /// The trials that train a finalist with the seeds that all finalists share, in their order.
    func selections(of finalist: TrialID) -> [TrialRecord] {
        replicates(of: finalist).filter { !isConfirmation($0) }
    }

    /// The trials that train a finalist with seeds that decide nothing.
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
