package import Trials

/// A worker that is suspended, because it lost trials in a row while other workers reported.
package struct SuspendedWorker: Hashable, Codable, Sendable {
    /// The worker.
    package let worker: WorkerID
    /// How many different trials it lost in a row.
    package let losses: Int

    /// The line that tells the user about the worker.
    package var line: String {
        """
          SUSPENDED: worker \(worker.rawValue) lost \(losses) trials in a row while others \
        reported; look into its log and its machine
        """
    }
}
