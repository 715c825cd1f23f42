import ClusterNodes
import Coordination
import Studies

/// When a search has to end, and, so that it can, when it has to stop asking for trials.
struct SearchDeadline {
    /// Certification is planned with this much more than the trainings took on average so far,
    /// because they differ.
    private static let margin = 1.5

    /// When everything ends; never where nothing is said.
    let end: Instant?

    /// What the coordinator should do now.
    func request(_ study: StudyState, workers: Int, at now: Instant) -> TurnRequest {
        guard let end else { return .proceed }
        if now >= end { return .stop(.deadline) }
        let needed = Duration.seconds(certificationSeconds(study, workers: max(1, workers)))
        return study.wantsSearch && now + needed >= end ? .spendNoMore : .proceed
    }

    /// How long it takes to finish what runs, to choose among the finalists and to confirm the
    /// winner, one after the other (s).
    private func certificationSeconds(_ study: StudyState, workers: Int) -> Double {
        let plan = study.definition.certification
        let rounds = [
            study.searchTrials - study.searchTrialsOver, plan.finalists * plan.replicates,
            plan.confirmations,
        ].map { ($0 + workers - 1) / workers }
        return Double(rounds.reduce(0, +)) * study.secondsPerHit * Self.margin
    }
}
