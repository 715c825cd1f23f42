package import Trials

/// The losses of a worker since its latest report.
package struct WorkerStanding: Hashable, Sendable {
    /// The trials that it lost, without repetitions, oldest first.
    package private(set) var lost: [TrialID] = []
    /// Number of reports of the study at its first loss; later reports are from other workers.
    package let reportsBefore: Int
    /// Whether it is suspended.
    package internal(set) var isSuspended = false

    init(reports: Int) {
        reportsBefore = reports
    }

    mutating func noteLoss(of trial: TrialID) {
        if !lost.contains(trial) { lost.append(trial) }
    }
}
