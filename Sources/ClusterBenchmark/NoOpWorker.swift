import Coordination
import OperatingSystem
import Trials
import ZeroMQ

/// One worker of a swarm.
final class NoOpWorker {
    let socket: Socket
    let source: Poller.Source
    var session: WorkerSession
    /// The duration of its first training as a fraction of the others; `nil` after that has begun.
    var firstShare: Double?
    /// When the session must be called next; `nil` after it has left.
    var deadline: Instant? { session.nextDeadline }
    /// When the reports were sent that no lease has answered yet, oldest first.
    var asked: [Instant] = []
    /// Whether a lease has answered a report.
    ///
    /// The first wait is not counted, because all workers join at once, which is not a usual load.
    var hasWaited = false

    init(
        _ number: Int, of swarm: NoOpSwarm, in context: Context, watchedBy poller: inout Poller
    ) throws(ZeroMQError) {
        guard let name = WorkerID(rawValue: "no-op-\(number)") else {
            preconditionFailure("no-op-\(number) is no name")
        }
        socket = try Socket.dealer(
            connecting: swarm.endpoint, in: context, reportsConnections: false)
        source = poller.watch(socket)
        firstShare = Double(number) / Double(swarm.workers)
        session = WorkerSession(worker: name, incarnation: number, slots: swarm.slots)
        _ = session.handle(.loaded(swarm.dataset), at: SystemClock.now())
    }
}
