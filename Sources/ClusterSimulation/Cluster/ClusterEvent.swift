import Trials
import WireProtocol

/// Something that happens in a simulated cluster.
enum ClusterEvent {
    /// A message reaches the coordinator's socket; `to` is the process that owned the socket when
    /// the message was sent.
    case reachesCoordinator(WorkerMessage, from: WorkerLink, to: Int)
    /// Bytes that are not a message reach the coordinator's socket.
    case garblesCoordinator(WorkerLink, to: Int)
    /// A message reaches the end of a connection to a worker.
    case reachesWorker(CoordinatorMessage, at: WorkerLink)
    /// A transaction of a coordinator's process ends.
    case commits(process: Int)
    /// The coordinator's next deadline is reached.
    case coordinatorWakes(process: Int)
    /// A coordinator's process exits because it was asked to, or because its study is finished.
    case coordinatorLeaves(process: Int)
    /// A new coordinator process starts from the journal.
    case coordinatorStarts
    /// Something happens in a worker's process.
    case inWorker(Int, process: Int, WorkerEvent)
    /// A worker starts as a new process.
    case workerStarts(Int)
    /// Faults may happen now.
    case faultsStrike
    /// The faults are over for good.
    case faultsEnd
}
