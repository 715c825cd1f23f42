import Coordination
import Dispatch
import OperatingSystem
import Synchronization
import Trials
import WireProtocol
import ZeroMQ

/// Many workers in one process that report without training, with real sessions and sockets.
struct NoOpSwarm {
    /// The endpoint of the coordinator.
    let endpoint: String
    let workers: Int
    /// Trainings of each worker at once; one more lease is held in reserve.
    let slots: Int
    let dataset: DatasetDigest
    /// How long a training takes.
    ///
    /// The first training of each worker takes a fraction of that, given by its number, so that the
    /// workers do not report at the same time.
    let duration: Duration

    /// Workers per thread: each wait for a socket delays all other workers of the thread.
    private static let crewSize = 32
    /// Number of threads that share the workers.
    private var threads: Int { max(2, workers / Self.crewSize) }

    /// Starts on separate threads; the measurements are complete when the group is done.
    func start(in group: DispatchGroup) -> [Measured] {
        (0..<min(threads, workers)).map { thread in
            let numbers = Array(stride(from: thread + 1, through: workers, by: threads))
            let measured = Measured()
            DispatchQueue(label: "swarm.\(thread)").async(group: group) {
                do {
                    var crew = try NoOpCrew(self, numbers: numbers)
                    try crew.work()
                    measured.waits.withLock { $0 = crew.waits }
                } catch {
                    preconditionFailure("a no-op worker failed: \(error)")
                }
            }
            return measured
        }
    }

    /// How long the workers of one thread waited for leases.
    final class Measured: Sendable {
        let waits = Mutex(WaitHistogram())
    }
}

/// The workers of one thread.
private struct NoOpCrew: ~Copyable {
    /// A training that ends at an instant.
    private struct Training {
        let end: Instant
        let worker: Int
        let attempt: Attempt
    }

    private let context: Context
    private let duration: Duration
    private var poller: Poller
    private let workers: [NoOpWorker]
    /// In the order in which they end.
    private var trainings: ArraySlice<Training> = []
    private(set) var waits = WaitHistogram()

    init(_ swarm: NoOpSwarm, numbers: [Int]) throws(ZeroMQError) {
        let context = try Context()
        var poller = Poller()
        var workers: [NoOpWorker] = []
        for number in numbers {
            workers.append(
                try NoOpWorker(number, of: swarm, in: context, watchedBy: &poller))
        }
        self.context = context
        self.poller = poller
        self.workers = workers
        duration = swarm.duration
    }

    /// Works until every session has left.
    mutating func work() throws(ZeroMQError) {
        while let deadline = nextDeadline {
            let next = min(deadline, trainings.first?.end ?? deadline)
            let wait = Int((next - SystemClock.now()) / .milliseconds(1))
            _ = try poller.wait(milliseconds: max(0, min(100, wait)))
            let now = SystemClock.now()
            for index in workers.indices {
                if poller.readiness(of: workers[index].source).contains(.readable) {
                    try receive(index)
                }
                if workers[index].deadline.map({ $0 <= now }) == true {
                    try handle(.deadlineReached, of: index)
                }
            }
            try endTrainings(until: now)
        }
    }

    /// When the next session has a message to send; `nil` when all sessions have left.
    private var nextDeadline: Instant? {
        workers.reduce(nil) { first, worker in
            guard let own = worker.deadline else { return first }
            return min(first ?? own, own)
        }
    }

    private mutating func receive(_ index: Int) throws(ZeroMQError) {
        while let frames = try workers[index].socket.receive() {
            guard let message = try? MessageCodec.decodeCoordinatorMessage(frames) else {
                preconditionFailure("the coordinator sent \(frames)")
            }
            if case .lease = message, !workers[index].asked.isEmpty {
                let wait = SystemClock.now() - workers[index].asked.removeFirst()
                if workers[index].hasWaited { waits.note(wait) }
                workers[index].hasWaited = true
            }
            try handle(.received(message), of: index)
        }
    }

    private mutating func endTrainings(until now: Instant) throws(ZeroMQError) {
        while let training = trainings.first, training.end <= now {
            trainings.removeFirst()
            workers[training.worker].asked.append(SystemClock.now())
            try handle(
                .trained(training.attempt, Self.report(of: training.attempt.trial)),
                of: training.worker)
        }
    }

    private mutating func handle(
        _ input: WorkerSession.Input, of index: Int
    ) throws(ZeroMQError) {
        let now = SystemClock.now()
        for directive in workers[index].session.handle(input, at: now) {
            switch directive {
            case .send(let message): try send(message, from: index)
            case .train(let attempt, _):
                let share = workers[index].firstShare.take() ?? 1
                begin(
                    Training(
                        end: now + duration * share, worker: index, attempt: attempt))
            default: break
            }
        }
    }

    /// Sends a message; a `hello` waits for the connection.
    ///
    /// Otherwise the session would repeat it half a second later, and that time must not be
    /// measured.
    private func send(_ message: WorkerMessage, from index: Int) throws(ZeroMQError) {
        let frames = MessageCodec.encode(message)
        while try workers[index].socket.send(frames) != .sent, case .hello = message {
            SystemClock.sleep(for: .microseconds(200))
        }
    }

    /// Nearly all trainings end after those that began before.
    private mutating func begin(_ training: Training) {
        let place = trainings.lastIndex { $0.end <= training.end }
        trainings.insert(training, at: place.map { $0 + 1 } ?? trainings.startIndex)
    }

    /// A report that misses the target by a varying amount, so that the strategy has results to
    /// rank.
    private static func report(of trial: TrialID) -> TrainingReport {
        TrainingReport(
            outcome: .failed(reason: .targetMissed(checks: 0)), connections: 100, hiddenNodes: 0,
            inputsUsed: 10, biases: 0, validation: Double(trial.rawValue % 100) / 128, test: 0.5,
            epochs: 1, multiplyAdds: 1_000_000, curve: [],
            fingerprint: Fingerprint(hash: UInt64(trial.rawValue)), seconds: 0.125,
            cpuSeconds: 0.125)
    }
}
