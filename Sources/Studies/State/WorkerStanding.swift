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
