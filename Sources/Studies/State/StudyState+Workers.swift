package import Trials

extension StudyState {
    /// Tells whether a worker is suspended and has not reported since.
    package func isSuspended(_ worker: WorkerID) -> Bool {
        workerStandings[worker]?.isSuspended == true
    }

    /// The suspended workers, by name.
    package var suspendedWorkers: [WorkerID] {
        workerStandings.filter(\.value.isSuspended).map(\.key).sorted { $0.rawValue < $1.rawValue }
    }
}
