import Coordination
import Trials

/// A lease that is out, as the checker records it.
struct LiveLease {
    let trial: TrialID
    let attempt: AttemptNumber
    let worker: WorkerID
    var deadline: Instant
}
