package import Trials

/// What speaks against a worker that has lost trials since its latest report.
package struct WorkerStanding: Hashable, Sendable {
    /// The trials that it lost, each once, oldest first.
    package private(set) var lost: [TrialID] = []
    /// Reports of the study when it lost the first of them; those since are of other workers.
    package let reportsBefore: Int
    /// Whether it was put aside.
    package internal(set) var isSuspended = false

    init(reports: Int) {
        reportsBefore = reports
    }

    mutating func noteLoss(of trial: TrialID) {
        if !lost.contains(trial) { lost.append(trial) }
    }
}

/// Two reports of one trial that differ, although they should be the same to the last bit.
package struct Dispute: Hashable, Sendable {
    /// The trial.
    package let trial: TrialID
    /// The worker whose report counts, because it came first.
    package let settledBy: WorkerID
    /// The worker whose report differs from it.
    package let disputedBy: WorkerID
}

extension StudyState {
    /// Tells whether a worker was put aside, and has reported nothing since.
    package func isSuspended(_ worker: WorkerID) -> Bool {
        workerStandings[worker]?.isSuspended == true
    }

    /// The workers that are put aside, by name.
    package var suspendedWorkers: [WorkerID] {
        workerStandings.filter(\.value.isSuspended).map(\.key).sorted { $0.rawValue < $1.rawValue }
    }
}
