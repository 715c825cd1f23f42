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
    /// - Complexity: O(1) while searching, O(trials) after.
    package var phase: StudyPhase {
        if searchTrials < budget.trials || searchTrialsOver < searchTrials { return .searching }
        if nextCertification() != nil { return .certifying }
        return trials.allSatisfy(\.isOver) ? .finished : .certifying
    }

    /// The best schedules of the search that reached the target, the best first, no two the same.
    ///
    /// - Complexity: O(trials log trials).
    package func finalists() -> [TrialRecord] {
        let reached = trials.filter { $0.purpose == .search && $0.report?.isReached == true }
        let ranked = reached.sorted { left, right in
            let costs = (left.report?.connections ?? 0, right.report?.connections ?? 0)
            return costs.0 == costs.1 ? left.trial < right.trial : costs.0 < costs.1
        }
        var distinct: [TrialRecord] = []
        for record in ranked where distinct.count < definition.certification.finalists {
            if !distinct.contains(where: { $0.schedule == record.schedule }) {
                distinct.append(record)
            }
        }
        return distinct
    }

    /// The next training that the choice of the winner needs, or nothing when all are proposed.
    package func nextCertification() -> CertificationProposal? {
        for finalist in finalists() {
            let proposed = replicates(of: finalist.trial).count
            if proposed < definition.certification.replicates {
                return CertificationProposal(
                    schedule: finalist.schedule, seed: certificationSeed(proposed + 1),
                    purpose: .certification(of: finalist.trial, replicate: proposed + 1))
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
