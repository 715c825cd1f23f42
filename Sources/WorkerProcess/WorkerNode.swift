import Coordination
import Datasets
import LocalTraining
package import Logging
import OperatingSystem
import Trials
import WireProtocol
package import ZeroMQ

/// A worker process: one loop on one thread, which owns the socket, and a thread for each training.
package struct WorkerNode: ~Copyable {
    private let settings: WorkerSettings
    private let log: Logger
    private let context: Context
    private let socket: Socket
    private var poller: Poller
    private let wakeUp: WakeUp
    private let signals: SignalWatch
    private let mailbox: Mailbox<TrainingNews>
    private var session: WorkerSession
    private var shelf: DatasetShelf
    private var slots: [TrainingSlot] = []
    private var hasLeft = false
    private var signalsHeeded = 0
    private var graceEnds: Instant?
    private let watchdog: TrialWatchdog
    private var ending = WorkerEnding.left
    private var knocking: Knocking

    /// Opens the socket; the coordinator need not be running yet.
    package init(_ settings: WorkerSettings, log: Logger) throws(ZeroMQError) {
        let context = try Context()
        let wakeUp = try WakeUp()
        var options = SocketSettings.worker
        if settings.endpoint.hasPrefix("ipc:") {
            options.reconnectInterval = WorkerLimits.localReconnectInterval
        }
        let socket = try Socket.dealer(
            connecting: settings.endpoint, in: context, settings: options,
            keys: settings.keys)
        var poller = Poller()
        _ = poller.watch(socket)
        _ = poller.watchConnections(of: socket)
        _ = poller.watch(wakeUp)
        self.settings = settings
        self.log = log
        self.context = context
        self.socket = socket
        self.poller = poller
        self.wakeUp = wakeUp
        signals = SignalWatch { wakeUp.signal() }
        mailbox = Mailbox(waking: wakeUp)
        shelf = DatasetShelf(cache: .ofUser(), log: log)
        watchdog = TrialWatchdog(telling: mailbox)
        knocking = Knocking(
            at: settings.endpoint, withKey: settings.keys?.own.publicKey.z85,
            giveUpAfter: settings.giveUpAfter)
        // Milliseconds since 1970: different in every process with this name.
        session = WorkerSession(
            worker: settings.worker, incarnation: SystemClock.wallMilliseconds(),
            slots: settings.slots)
    }

    /// Works until the study is over, the worker is asked to stop, or the coordinator refuses it.
    package mutating func run() throws(ZeroMQError) -> WorkerEnding {
        log.info("worker \(settings.worker.rawValue) connects to \(settings.endpoint)")
        while !hasLeft {
            _ = try poller.wait(milliseconds: waitingTime())
            wakeUp.clear()
            try receiveAll()
            try heedConnections()
            for news in mailbox.drain() { try take(news) }
            try heedSignals()
            try handle(.deadlineReached)
        }
        log.info("worker \(settings.worker.rawValue) leaves")
        // If a training broke a guard, the watchdog continues, in case the process does not end
        // otherwise.
        switch ending {
        case .left, .refused: watchdog.stop()
        case .overran: break
        }
        return ending
    }

    /// The time until the session must be called; at most a second, to notice a dead parent
    /// process.
    private func waitingTime() -> Int {
        let wait = session.nextDeadline.map { $0 - SystemClock.now() } ?? .zero
        return max(0, min(WorkerLimits.longestWait, Int(wait / .milliseconds(1)) + 1))
    }

    private mutating func receiveAll() throws(ZeroMQError) {
        while let frames = try socket.receive() {
            switch Result(catching: { () throws(MessageDecodingError) in
                try MessageCodec.decodeCoordinatorMessage(frames)
            }) {
            case .success(let message): try handle(.received(message))
            case .failure(let error):
                log.warning("a message of the coordinator cannot be read: \(error)")
            }
        }
    }

    /// Leaves if the coordinator refuses this worker; waits for a missing coordinator.
    private mutating func heedConnections() throws(ZeroMQError) {
        while !hasLeft, let event = try socket.nextConnectionEvent() {
            guard
                let refusal = knocking.refusal(
                    after: Knocking.Answer(event), at: SystemClock.now())
            else { continue }
            ending = .refused(refusal)
            hasLeft = true
        }
    }

    private mutating func heedSignals() throws(ZeroMQError) {
        // The parent is given in the settings, so one that died before this process asked is
        // noticed too.
        let isOrphan = settings.parent.map { CurrentProcess.parent != $0 } ?? false
        if isOrphan { TemporaryFolder.removeAbandoned(endpoint: settings.endpoint) }
        let asked = isOrphan ? 2 : signals.count
        let now = SystemClock.now()
        if asked > signalsHeeded, graceEnds == nil {
            graceEnds = now + settings.grace
            try handle(.drainRequested)
        }
        signalsHeeded = asked
        if asked > 1 || graceEnds.map({ $0 <= now }) == true { try handle(.leaveRequested) }
    }

    private mutating func take(_ news: TrainingNews) throws(ZeroMQError) {
        switch news {
        case .advanced(let attempt, let point):
            try handle(.advanced(attempt, point))
        case .ended(let attempt, let report):
            slots.removeAll { $0.attempt == attempt }
            try handle(.trained(attempt, report))
        case .overran(let breach):
            guard !hasLeft else { return }
            ending = .overran(breach)
            try handle(.overran(breach.attempt, breach.limit, reason: breach.reason))
        }
    }

    private mutating func handle(_ input: WorkerSession.Input) throws(ZeroMQError) {
        for directive in session.handle(input, at: SystemClock.now()) {
            switch directive {
            case .send(let message): _ = try socket.send(MessageCodec.encode(message))
            case .load(let dataset, let bytes): try load(dataset, bytes)
            case .train(let attempt, let task): try train(attempt, task)
            case .abort(let attempt):
                slots.first { $0.attempt == attempt }?.abort()
                slots.removeAll { $0.attempt == attempt }
            case .cap(let attempt, let cap):
                slots.first { $0.attempt == attempt }?.lower(cap: cap)
            case .watch(let guards): watchdog.watch(guards)
            case .note(let text): log.warning("\(text)")
            case .leave: hasLeft = true
            }
        }
    }

    private mutating func load(
        _ dataset: DatasetDigest, _ bytes: [UInt8]
    ) throws(ZeroMQError) {
        if let reason = shelf.add(dataset, bytes) {
            try handle(.unloadable(dataset, reason: reason))
        } else {
            try handle(.loaded(dataset))
        }
    }

    private mutating func train(_ attempt: Attempt, _ task: TrainingTask) throws(ZeroMQError) {
        do throws(DatasetError) {
            guard let dataset = try shelf.prepare(task) else { return }
            let slot = TrainingSlot(attempt)
            slots.append(slot)
            slot.start(task, on: dataset, watchedBy: watchdog, telling: mailbox)
        } catch {
            try handle(.unloadable(task.dataset, reason: "\(error)"))
        }
    }
}
