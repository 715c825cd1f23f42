package import Coordination
package import Studies

/// The result of a search: the answer of `espalier search`.
package struct SearchOutcome: Hashable, Codable, Sendable {
    /// The study's name.
    package let study: String
    /// Trials of the search that are over.
    package let trials: Int
    /// Trainings that are over: those of trials and those that certify.
    package let trainings: Int
    /// Trainings that workers began and did not finish; they start again if the search goes on.
    package let unfinished: Int
    /// Trainings that have a report.
    package let reports: Int
    /// The best schedule; `nil` if none reached the target.
    package let best: BestSchedule?
    /// The trial that came nearest to the target, if none reached it.
    package let nearest: NearestTrial?
    /// Whether the winner's trainings came out the same when they were repeated; `nil` if they
    /// were not repeated.
    package let verified: Bool?
    /// Processor time of all reports (s).
    package let cpuSeconds: Double
    /// Processor time of this run's worker processes (s), unfinished trainings included.
    package let workerSeconds: Double
    /// Time by the clock of this run (s).
    package let wallSeconds: Double
    /// Why it stopped.
    package let stoppedBy: StopReason

    /// Sums up a run of a search.
    package init(
        of study: StudyState, ending reason: StopReason, wallSeconds: Double, workerSeconds: Double,
        best: BestSchedule?, nearest: NearestTrial? = nil,
        verification: VerificationSummary? = nil
    ) {
        self.study = study.definition.name
        trials = study.searchTrialsOver
        trainings = study.trialsOver
        unfinished = study.running
        reports = study.reports
        self.best = best
        self.nearest = nearest
        verified = verification.map { $0.different == 0 }
        cpuSeconds = study.cpuSeconds
        self.workerSeconds = workerSeconds
        self.wallSeconds = wallSeconds
        stoppedBy = reason
    }

    /// Whether the search spent its budget or its time, and no schedule reached the target.
    package var endedWithoutSuccess: Bool {
        best == nil && (stoppedBy == .finished || stoppedBy == .deadline)
    }

    private enum CodingKeys: String, CodingKey {
        case study, trials, trainings, unfinished, reports, best, nearest, verified
        case cpuSeconds = "cpu_seconds"
        case workerSeconds = "worker_seconds"
        case wallSeconds = "wall_seconds"
        case stoppedBy = "stopped_by"
    }
}
