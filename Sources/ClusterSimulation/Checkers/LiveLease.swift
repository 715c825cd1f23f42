import Coordination
import Trials

/// A lease that is out, as the checker records it.
struct LiveLease {
    let attempt: Attempt
    let worker: WorkerID
    var deadline: Instant
}
