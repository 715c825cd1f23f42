package import Trials

/// A worker that is put aside, because it lost trials in a row while others reported.
package struct SuspendedWorker: Hashable, Codable, Sendable {
    /// The worker.
    package let worker: WorkerID
    /// How many different trials it lost in a row.
    package let losses: Int

    /// The worker for a person.
    package var line: String {
        """
          SUSPENDED: worker \(worker.rawValue) lost \(losses) trials in a row while others \
        reported; look into its log and its machine
        """
    }
}
