package import Trials

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
