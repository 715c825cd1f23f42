import Coordination
import CoordinatorProcess
import Dispatch
import Logging
import OperatingSystem
import Randomness
package import ScheduleSearch
import Studies
import StudyStore
import Synchronization
import Trials
import WorkerKeys
import ZeroMQ

/// Measures how fast a coordinator leases and settles trials when training takes no time.
///
/// Everything except the training is real: sockets, messages, and a journal that is durable before
/// any report is acknowledged. The study has as many varied parameters as `configs/digits.yaml`.
package struct DispatchBenchmark {
    /// Number of trials to settle.
    package let trials: Int
    /// Workers of the swarm.
    package let workers: Int
    /// Number of leases out at once, of all workers together; at least two for each worker.
    package let inFlight: Int
    /// How long a training takes; zero measures the highest speed of the coordinator.
    package let duration: Duration
    /// What proposes the schedules.
    package let strategy: StrategyKind
    /// The folder of the journal; the measurement depends on its disk.
    package let folder: String

    /// Fixes what is measured.
    package init(
        trials: Int, workers: Int, inFlight: Int, duration: Duration, strategy: StrategyKind,
        folder: String
    ) {
        self.trials = trials
        self.workers = workers
        self.inFlight = inFlight
        self.duration = duration
        self.strategy = strategy
        self.folder = folder
    }

    private var path: String { "\(folder)/dispatch.sqlite" }
    private var slots: Int { max(1, inFlight / workers - 1) }

    /// Settles the trials, then reopens the study as after a crash.
    ///
    /// - Parameter watch: is called from time to time with the number of finished trials and the
    ///   resident memory (bytes) of the process, which includes the swarm.
    package func run(watch: (_ trialsOver: Int, _ memory: Int) -> Void) throws -> DispatchRow {
        try requireDescriptors()
        defer { for suffix in ["", "-wal", "-shm"] { FileFolder.remove(path + suffix) } }
        let sync = try SyncProbe.milliseconds(in: folder)
        let began = SystemClock.seconds()
        let (account, waits) = try dispatch(watch)
        let seconds = SystemClock.seconds() - began
        let restart = try RestartTime(of: path)
        return DispatchRow(
            workers: workers, inFlight: (slots + 1) * workers, trials: trials, seconds: seconds,
            account: account, waits: waits, sync: sync, restart: restart)
    }

    private func dispatch(
        _ watch: (Int, Int) -> Void
    ) throws -> (TimeAccount, WaitHistogram) {
        let definition = definition
        let events: [StudyEvent] = [
            .defined(definition: definition), .budgeted(budget: StudyBudget(trials: trials)),
        ]
        let journal = try StudyJournal.create(at: path)
        try journal.append(events, at: SystemClock.wallMilliseconds())
        var node = try CoordinatorNode(
            resuming: events, journal: journal, datasetBytes: [0],
            listening: ListeningPlace("tcp://127.0.0.1:*"), settings: CoordinatorSettings(),
            log: Logger(label: "dispatch", factory: { _ in SwiftLogNoOpLogHandler() }))
        let group = DispatchGroup()
        let swarm = NoOpSwarm(
            endpoint: node.endpoint, workers: workers, slots: slots, dataset: definition.dataset,
            duration: duration)
        let measured = swarm.start(in: group)
        var told = 0
        _ = try node.run { study, _, _ in
            if study.trialsOver >= told + max(1, trials / 10) {
                told = study.trialsOver
                watch(told, ResidentMemory.bytes())
            }
            return .proceed
        }
        group.wait()
        var waits = WaitHistogram()
        for thread in measured { thread.waits.withLock { waits.add($0) } }
        return (node.account, waits)
    }

    /// A connection needs a descriptor at each end, and the worker's mailbox one more.
    private func requireDescriptors() throws(DispatchError) {
        let needed = 3 * workers + DescriptorLimit.reserve
        let limit = DescriptorLimit.raise()
        guard needed <= limit else { throw .fewDescriptors(needed: needed, limit: limit) }
    }

    private var definition: StudyDefinition {
        guard let digest = DatasetDigest(rawValue: String(repeating: "0", count: 64)) else {
            preconditionFailure("a digest of 64 zeros is well formed")
        }
        return StudyDefinition(
            name: "dispatch", dataset: digest, learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 1), space: Self.space,
            search: SearchSettings(strategy: strategy))
    }

    private static let space = SearchSpace(
        dimensions: [
            real(.initialDensity, 0.002, 0.1, .log), real(.incrementSize, 0.05, 0.6, .log),
            integer(.patience, 1, 10, .linear), real(.nodeInsertionRate, 0, 0.6, .linear),
            integer(.nodeFanIn, 2, 16, .log), real(.learningRate, 0.002, 0.05, .log),
            real(.learningRateDecay, 0.3, 1, .linear), real(.overshoot, 1, 4, .log),
            real(.thinningRate, 0.4, 0.8, .linear), integer(.thinningSteps, 200, 1600, .log),
            real(.thinningLearningRate, 0.5, 5, .log), real(.thinningWeightDecay, 0, 0.5, .linear),
            real(.dropFraction, 0, 0.3, .linear),
            .init(parameter: .optimizer, domain: .category(choices: ["adam", "momentum"])),
            .init(parameter: .growthCriterion, domain: .category(choices: ["gradient", "random"])),
        ])

    private static func real(
        _ parameter: ScheduleParameter, _ from: Double, _ to: Double, _ scale: ParameterScale
    ) -> SearchSpace.Dimension {
        .init(parameter: parameter, domain: .real(range: from...to, scale: scale))
    }

    private static func integer(
        _ parameter: ScheduleParameter, _ from: Int, _ to: Int, _ scale: ParameterScale
    ) -> SearchSpace.Dimension {
        .init(parameter: parameter, domain: .integer(range: from...to, scale: scale))
    }
}
