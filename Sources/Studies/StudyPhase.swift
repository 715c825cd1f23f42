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
        if searchTrials < budget.trials || searchTrialsOver < searchTrials { return .searching }
        if nextCertification() != nil { return .certifying }
        return trialsOver == trials.count ? .finished : .certifying
    }

    /// The next training that the choice of the winner needs, or nothing when all are proposed.
    package func nextCertification() -> CertificationProposal? {
        for finalist in finalists {
            let proposed = replicates[finalist, default: []].count
            if proposed < definition.certification.replicates, let record = self[finalist] {
                return CertificationProposal(
                    schedule: record.schedule, seed: certificationSeed(proposed + 1),
                    purpose: .certification(of: finalist, replicate: proposed + 1))
            }
        }
        return nil
    }

    /// The seed of a trial of the search.
    ///
    /// Each trial has its own, so that a search does not learn what suits one seed: schedules that
    /// are alike average each other's luck.
    package func searchSeed(_ trial: TrialID) -> Seed {
        definition.search.seed.derived(for: .trial, index: UInt64(trial.rawValue))
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
