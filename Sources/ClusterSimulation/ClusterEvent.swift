import Trials
import WireProtocol

/// Something that happens in a simulated cluster.
enum ClusterEvent {
    /// A message reaches the coordinator's socket; `to` is the process that the socket belonged to.
    case reachesCoordinator(WorkerMessage, from: Connection, to: Int)
    /// Bytes that are no message reach the coordinator's socket.
    case garblesCoordinator(Connection, to: Int)
    /// A message reaches the end of a connection to a worker.
    case reachesWorker(CoordinatorMessage, at: Connection)
    /// A transaction of a coordinator's process ends.
    case commits(process: Int)
    /// The coordinator's deadline comes.
    case coordinatorWakes(process: Int)
    /// A coordinator's process leaves that was asked to, or is done.
    case coordinatorLeaves(process: Int)
    /// A coordinator takes up the journal.
    case coordinatorStarts
    /// Something happens in a worker's process.
    case inWorker(Int, process: Int, WorkerEvent)
    /// A worker starts as a new process.
    case workerStarts(Int)
    /// Faults may strike.
    case faultsStrike
    /// The faults are over for good.
    case faultsEnd
}

/// Something that happens within a worker's process.
enum WorkerEvent {
    /// Its deadline comes.
    case wakes
    /// A training passes a check.
    case advances(TrialID, AttemptNumber)
    /// A training ends.
    case trains(TrialID, AttemptNumber)
}
