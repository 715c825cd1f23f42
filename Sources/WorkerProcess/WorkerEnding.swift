package import Coordination

/// Why a worker left.
package enum WorkerEnding: Hashable, Sendable {
    /// The study is over, or the worker was asked to leave.
    case left
    /// A training broke a guard; it ends only with its process.
    case overran(GuardBreach)
    /// The coordinator will never admit it.
    case refused(CoordinatorRefusal)
}
