import Coordination
import Dispatch
import Glibc
import Logging
import Randomness
import ScheduleSearch
import Studies
import StudyStore
import Synchronization
import Trials
import WireProtocol
import ZeroMQ

/// Measures how many trials a coordinator hands out and settles, when training takes no time.
///
/// Everything is real but the training: sockets, messages, and a journal that is durable before
/// anything is acknowledged.
package enum DispatchBenchmark {
    /// What was measured.
    package struct Row: Hashable, Codable, Sendable {
        package let workers: Int
        package let inFlight: Int
        package let trials: Int
        package let seconds: Double
        package let trialsPerSecond: Double
    }

    /// Settles so many trials with so many workers.
    ///
    /// - Parameters:
    ///   - inFlight: leases out at once, all workers together.
    ///   - folder: where the journal and the socket go, so that the disk can be chosen.
    package static func run(
        trials: Int, workers: Int, inFlight: Int, in folder: String
    ) throws -> Row {
        guard let digest = DatasetDigest(rawValue: String(repeating: "0", count: 64)) else {
            preconditionFailure("a digest of 64 zeros is well formed")
        }
        let definition = StudyDefinition(
            name: "dispatch", dataset: digest, learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 1),
            space: SearchSpace(dimensions: []), search: SearchSettings(strategy: .random))
        let events: [StudyEvent] = [
            .defined(definition: definition), .budgeted(budget: StudyBudget(trials: trials)),
        ]
        let path = "\(folder)/dispatch.sqlite"
        let journal = try StudyJournal.create(at: path)
        defer { for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) } }
        try journal.append(events, at: SystemClock.wallMilliseconds())
        let endpoint = "ipc://\(folder)/coordinator.ipc"
        var node = try CoordinatorNode(
            resuming: events, journal: journal, datasetBytes: [0],
            listening: ListeningPlace(endpoint),
            settings: CoordinatorSettings(),
            log: Logger(label: "dispatch", factory: { _ in SwiftLogNoOpLogHandler() }))
        for number in 1...workers {
            let slots = max(1, inFlight / workers - 1)
            DispatchQueue(label: "worker.\(number)").async {
                NoOpWorker.serve(endpoint, number: number, slots: slots, dataset: digest)
            }
        }
        let began = SystemClock.seconds()
        _ = try node.run { _, _, _ in .proceed }
        let seconds = SystemClock.seconds() - began
        return Row(
            workers: workers, inFlight: inFlight, trials: trials, seconds: seconds,
            trialsPerSecond: Double(trials) / seconds)
    }
}

/// A worker that reports at once, without training.
private enum NoOpWorker {
    static func serve(_ endpoint: String, number: Int, slots: Int, dataset: DatasetDigest) {
        do throws(ZeroMQError) {
            try work(endpoint, number: number, slots: slots, dataset: dataset)
        } catch {
            preconditionFailure("a no-op worker failed: \(error)")
        }
    }

    private static func work(
        _ endpoint: String, number: Int, slots: Int, dataset: DatasetDigest
    ) throws(ZeroMQError) {
        guard let name = WorkerID(rawValue: "no-op-\(number)") else {
            preconditionFailure("no-op-\(number) is no name")
        }
        let context = try Context()
        let socket = try Socket.dealer(connecting: endpoint, in: context)
        var poller = Poller()
        _ = poller.watch(socket)
        var session = WorkerSession(worker: name, incarnation: number, slots: slots)
        var inputs: [WorkerSession.Input] = [.loaded(dataset)]
        while let deadline = session.nextDeadline {
            inputs.append(.deadlineReached)
            var news: [WorkerSession.Input] = []
            for input in inputs {
                for directive in session.handle(input, at: SystemClock.now()) {
                    switch directive {
                    case .send(let message): _ = try socket.send(MessageCodec.encode(message))
                    case .train(let trial, let attempt, _):
                        news.append(.trained(trial, attempt, report))
                    default: break
                    }
                }
            }
            inputs = news
            guard inputs.isEmpty else { continue }
            let wait = Int((deadline - SystemClock.now()) / .milliseconds(1))
            _ = try poller.wait(milliseconds: max(0, min(100, wait)))
            while let frames = try socket.receive() {
                if let message = try? MessageCodec.decodeCoordinatorMessage(frames) {
                    inputs.append(.received(message))
                }
            }
        }
    }

    private static let report = TrainingReport(
        outcome: .failed(reason: .targetMissed(checks: 0)), connections: 0, hiddenNodes: 0,
        inputsUsed: 0, biases: 0, validation: 0, test: 0, epochs: 0, multiplyAdds: 0, curve: [],
        fingerprint: Fingerprint(hash: 0))
}
