package import Randomness
import ScheduleSearch
package import Trials

/// What a study is busy with.
package enum StudyPhase: String, Hashable, Sendable {
    /// The strategy proposes trials.
    case searching
    /// The best schedules are trained again with fresh seeds.
    case certifying
    /// Nothing is left to do.
    case finished
}

/// A trial that the study wants next, apart from what the strategy asks for.
package struct CertificationProposal: Hashable, Sendable {
    /// What is trained again.
    package let schedule: GrowthSchedule
    /// With which fresh seed.
    package let seed: Seed
    /// For which earlier trial, and as which replicate.
    package let purpose: TrialPurpose
}

extension StudyState {
    /// What the study is busy with; derived from the trials, so that a larger budget reopens it.
    ///
    /// - Complexity: O(finalists).
    package var phase: StudyPhase {
        if wantsSearch || searchTrialsOver < searchTrials { return .searching }
        if nextCertification() != nil { return .certifying }
        return trialsOver == proposedTrials ? .finished : .certifying
    }

    /// The next training that the choice of the winner needs, or that confirms it; nothing when all
    /// are proposed, or while the winner is not known yet.
    ///
    /// Whoever may still win gets the next seed in turn, so that others drop out early.
    package func nextCertification() -> CertificationProposal? {
        let plan = definition.certification
        let unfinished = contenders.filter { begun($0.trial) < plan.replicates }
        if let next = unfinished.min(by: { begun($0.trial) < begun($1.trial) }) {
            return replicate(next.schedule, of: next.trial)
        }
        guard plan.confirmations > 0, let winner = winner(),
            begun(winner.trial) < plan.replicates + plan.confirmations
        else { return nil }
        return replicate(winner.schedule, of: winner.trial)
    }

    /// The number of trials that train a finalist again.
    private func begun(_ finalist: TrialID) -> Int { replicates[finalist, default: []].count }

    private func replicate(
        _ schedule: GrowthSchedule, of finalist: TrialID
    ) -> CertificationProposal {
        let number = begun(finalist) + 1
        return CertificationProposal(
            schedule: schedule, seed: certificationSeed(number),
            purpose: .certification(of: finalist, replicate: number))
    }

    /// The seed of the next training of a schedule in the search.
    ///
    /// All schedules share one list of seeds, so that they are compared by the same luck as far as
    /// there is such a thing; a new schedule is trained with the first.
    package func searchSeed(for schedule: GrowthSchedule) -> Seed {
        let number = standings.proposals(of: schedule) + 1
        return definition.search.seed.derived(for: .trial, index: UInt64(number))
    }

    /// The schedule to train again before the strategy is asked for a new one, if any.
    package func nextReplicate() -> GrowthSchedule? {
        definition.search.racing ? standings.nextReplicate() : nil
    }

    /// The seed of a replicate, which all finalists share and the search never used.
    package func certificationSeed(_ replicate: Int) -> Seed {
        definition.search.seed.derived(for: .certification, index: UInt64(replicate))
    }

    /// The trials that train a finalist again, in the order of their replicates.
    package func replicates(of finalist: TrialID) -> [TrialRecord] {
        replicates[finalist, default: []].compactMap { self[$0] }
    }
}
