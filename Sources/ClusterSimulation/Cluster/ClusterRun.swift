import Coordination
import Randomness
import Studies
import Trials
import WireProtocol

/// A cluster in virtual time: the real coordinator and the real workers' sessions, with a simulated
/// network, disk and clocks whose faults are drawn from a seed.
///
/// A run is a single sequence of events; the same setting gives the same run, to the last event.
package struct ClusterRun {
    let setting: RunSetting
    let initialEvents: [StudyEvent]
    var faults: FaultProfile
    var dice: PhiloxGenerator
    var diskDice: PhiloxGenerator
    var trainingDice: PhiloxGenerator
    var network: FaultyNetwork
    var disk: SimulatedDisk
    var node: SimulatedCoordinator
    var workers: [SimulatedWorker]
    var safety: SafetyChecker
    var liveness: LivenessChecker
    var queue = EventQueue<ClusterEvent>()
    var now = VirtualTime.zero
    var steps = 0
    var trace = TraceHash()
    let watch: ((VirtualTime, String) -> Void)?

    /// Sets up a cluster in which nothing has started yet.
    ///
    /// - Parameter watch: receives a description of each event and directive.
    package init(_ setting: RunSetting, watch: ((VirtualTime, String) -> Void)? = nil) {
        self.setting = setting
        self.watch = watch
        faults = setting.faults
        dice = setting.dice(.faults)
        diskDice = setting.dice(.disk)
        trainingDice = setting.dice(.training)
        network = FaultyNetwork(workers: setting.workers, dice: setting.dice(.network))
        let definition = setting.definition()
        let budget = StudyBudget(trials: setting.trials)
        initialEvents = [.defined(definition: definition), .budgeted(budget: budget)]
        disk = SimulatedDisk(events: initialEvents)
        var clockDice = setting.dice(.clocks)
        let skew = faults.skew
        workers = (0..<setting.workers).map {
            SimulatedWorker(place: $0, dice: &clockDice, skew: skew)
        }
        let clock = SkewedClock(&clockDice, skew: skew)
        node = SimulatedCoordinator(
            coordinator: Self.coordinator(initialEvents, at: clock.reading(at: .zero)),
            clock: clock)
        safety = SafetyChecker(
            names: workers.map(\.name), leaseDuration: Self.settings.leaseDuration,
            isGentle: faults.isGentle, durable: node.coordinator.study)
        liveness = LivenessChecker(
            setting, faultsEnd: VirtualTime.zero + dice.span(.seconds(30), .seconds(240)))
    }

    /// The coordinator's settings, as in production.
    static let settings = CoordinatorSettings()

    static func coordinator(_ events: [StudyEvent], at now: Instant) -> Coordinator {
        do throws(JournalError) {
            return try Coordinator(replaying: events, settings: settings, at: now)
        } catch {
            preconditionFailure("the checked journal of \(events.count) events: \(error)")
        }
    }

    /// Runs until the study is over and all workers have left, or a promise is broken.
    package mutating func run() -> RunOutcome {
        queue.plan(.coordinatorStarts, at: .zero)
        for worker in workers.indices {
            queue.plan(.workerStarts(worker), at: .zero + dice.span(.zero, .seconds(2)))
        }
        queue.plan(.faultsStrike, at: .zero + Self.faultInterval)
        queue.plan(.faultsEnd, at: liveness.faultsEnd)
        while safety.violation == nil, !isOver {
            guard let (time, event) = queue.next(), time <= liveness.limit else {
                safety.note(liveness.violation(safety.durable, workers, node))
                break
            }
            now = time
            steps += 1
            happen(event)
        }
        if safety.violation == nil { checkEnd() }
        return outcome()
    }

    /// Whether the study is finished and all workers have left.
    private var isOver: Bool {
        node.isRunning && !node.isCommitting && workers.allSatisfy(\.isDismissed)
            && safety.durable.phase == .finished
    }

    /// Rebuilds the coordinator once more from the journal and checks it.
    private mutating func checkEnd() {
        safety.ended(node.coordinator.study, uncommitted: node.uncommitted)
        let instant = node.clock.reading(at: now)
        safety.began(
            Self.coordinator(disk.events, at: instant), from: disk.events, at: instant)
    }

    private func outcome() -> RunOutcome {
        var violation = safety.violation
        violation?.time = now
        let study = safety.durable
        return RunOutcome(
            violation: violation, trialsOver: study.trialsOver,
            abandoned: study.abandoned,
            censored: study.stops,
            suspensions: disk.events.count { event in
                if case .suspended = event { true } else { false }
            },
            coordinatorProcesses: node.process + 1,
            workerProcesses: workers.map(\.process).reduce(0, +), steps: steps, end: now,
            trace: trace.value)
    }

    func tell(_ words: String) {
        if let watch { watch(now, words) }
    }

    private mutating func happen(_ event: ClusterEvent) {
        trace.mix(UInt64(bitPattern: now.nanoseconds))
        if watch != nil { tell(event.words) }
        switch event {
        case .reachesCoordinator(let message, let connection, let process):
            reachCoordinator(.received(message, from: connection.peer), process: process)
        case .garblesCoordinator(let connection, let process):
            reachCoordinator(
                .garbled(reason: "no message", from: connection.peer), process: process)
        case .reachesWorker(let message, let connection): reachWorker(message, at: connection)
        case .commits(let process): endCommit(process: process)
        case .coordinatorWakes(let process): wakeCoordinator(process: process)
        case .coordinatorLeaves(let process):
            if node.isRunning, node.process == process { crashCoordinator() }
        case .coordinatorStarts: startCoordinator()
        case .inWorker(let worker, let process, let news): advance(worker, process: process, news)
        case .workerStarts(let worker): start(worker)
        case .faultsStrike: strike()
        case .faultsEnd: endFaults()
        }
    }
}
