package import Studies

/// The state of a study: the answer of `espalier status`.
package struct StudyStatus: Hashable, Codable, Sendable {
    /// The study's name.
    package let study: String
    /// What the study is busy with.
    package let phase: StudyPhase
    /// Trials of the search that are over.
    package let trials: Int
    /// Trials that the search may spend.
    package let budget: Int
    /// Processor time that the study may spend (s); `nil` if there is no such limit.
    package let computeBudget: Double?
    /// Trainings that are over: those of trials and those that certify.
    package let trainings: Int
    /// Trainings that a worker has a lease on.
    package let running: Int
    /// Trainings that wait for a worker.
    package let waiting: Int
    /// Trainings that reached the target.
    package let reached: Int
    /// Trainings that ended without reaching it.
    package let failed: Int
    /// Trainings that were stopped at a cap.
    package let censored: Int
    /// Trainings that are not tried again, because too many attempts were lost.
    package let abandoned: Int
    /// The connections beyond which a trial of the search does not matter; `nil` until a trial has
    /// reached the target.
    package let cap: Int?
    /// A check of the caps, by trials without a cap.
    package let capControl: CapCheck
    /// The trials that were abandoned, one by one.
    package let abandonedTrials: [AbandonedTrial]
    /// The workers that are suspended.
    package let suspended: [SuspendedWorker]
    /// The trials for which two reports differ.
    package let disputed: [DisputedTrial]
    /// Processor time of all reports (s).
    package let cpuSeconds: Double
    /// Whether the coordinator waits because it cannot write the study.
    package let paused: Bool
    /// For how long it has waited (s).
    package let pausedSeconds: Int?
    /// The best schedule so far; `nil` if none has reached the target.
    package let best: BestSchedule?

    /// What trials without a cap show about the caps.
    package struct CapCheck: Hashable, Codable, Sendable {
        /// Trials that had no cap, to check the caps.
        package let trials: Int
        /// How many of them the cap would have censored.
        package let censored: Int
        /// How many of those wrongly: they cost no more than the cap in the end.
        package let wronglyCensored: Int

        private enum CodingKeys: String, CodingKey {
            case trials, censored
            case wronglyCensored = "wrongly_censored"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case study, phase, trials, budget, trainings, running, waiting, reached, failed, censored,
            abandoned, cap, suspended, disputed, paused, best
        case computeBudget = "compute_budget"
        case capControl = "cap_control"
        case abandonedTrials = "abandoned_trials"
        case cpuSeconds = "cpu_seconds"
        case pausedSeconds = "paused_seconds"
    }
}

extension StudyStatus {
    /// Describes the state of a study.
    ///
    /// - Parameters:
    ///   - history: the study, with all its trials.
    ///   - pausedSeconds: how long its coordinator has waited to write (s), or `nil`.
    package init(of history: StudyHistory, pausedSeconds: Int? = nil) {
        let state = history.state
        let control = state.capControl
        self.init(
            study: state.definition.name, phase: state.phase, trials: state.searchTrialsOver,
            budget: state.budget.trials, computeBudget: state.budget.computeSeconds,
            trainings: state.trialsOver, running: state.running, waiting: state.waiting.count,
            reached: state.hits, failed: state.misses, censored: state.stops,
            abandoned: state.abandoned, cap: state.cap,
            capControl: CapCheck(
                trials: control.trials, censored: control.stops,
                wronglyCensored: control.wrongStops),
            abandonedTrials: history.trials.filter { $0.status == .abandoned }
                .map(AbandonedTrial.init),
            suspended: state.suspendedWorkers.map {
                SuspendedWorker(worker: $0, losses: state.workerStandings[$0]?.lost.count ?? 0)
            },
            disputed: state.disputes.map(DisputedTrial.init), cpuSeconds: state.cpuSeconds,
            paused: pausedSeconds != nil, pausedSeconds: pausedSeconds,
            best: history.certificate().map(BestSchedule.init))
    }
}
