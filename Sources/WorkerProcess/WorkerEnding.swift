package import Coordination

/// Why a worker left.
package enum WorkerEnding: Hashable, Sendable {
    /// The study is over, or somebody asked it to.
    case left
    /// A training took more than a trial may, and ends only with its process.
    case overran(GuardBreach)
    /// The coordinator will never let it in.
    case refused(CoordinatorRefusal)
}
