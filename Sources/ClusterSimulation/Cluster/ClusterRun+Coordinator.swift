import Coordination
import Randomness
import Studies
import WireProtocol

/// The coordinator's process, turn by turn as in `CoordinatorNode`: a turn handles the messages
/// that have arrived, makes the resulting events durable in one transaction, and only then answers.
extension ClusterRun {
    /// Most messages handled before the turn's transaction, as in `CoordinatorNode`.
    private static let turnLimit = 512
    /// How long a process waits for its workers after it was asked to stop.
    private static let drain = VirtualSpan(CoordinationLimits.drain)
    /// How long a process stays after the study is finished.
    private static let farewell = VirtualSpan(CoordinationLimits.farewell)

    mutating func reachCoordinator(_ input: Coordinator.Input, process: Int) {
        guard node.isRunning, node.process == process else { return }
        node.inbox.append(input)
        beginTurn()
    }

    mutating func wakeCoordinator(process: Int) {
        guard node.isRunning, node.process == process, node.wakesAt == now else { return }
        node.wakesAt = nil
        now < node.stalledUntil ? wakeCoordinator(at: node.stalledUntil) : beginTurn()
    }

    /// Starts a new coordinator process from the journal.
    mutating func startCoordinator() {
        var events = disk.events
        let instant = node.clock.reading(at: now)
        node.coordinator = Self.coordinator(events, at: instant)
        safety.began(node.coordinator, from: events, at: instant)
        node.isRunning = true
        trace.mix(1, events.count)
        if node.coordinator.study.budget != initialBudget {
            reopen(&events)
        }
        if node.coordinator.study.phase != .finished { startDismissed() }
        handle(.deadlineReached)
        settle()
    }

    private var initialBudget: StudyBudget { StudyBudget(trials: setting.trials) }

    /// Restores the study's full budget before a process takes it over, as opening a study does.
    private mutating func reopen(_ events: inout [StudyEvent]) {
        let added = [StudyEvent.budgeted(budget: initialBudget)]
        guard disk.commit(added, at: now) else { return }
        safety.committed(added)
        events += added
        let instant = node.clock.reading(at: now)
        node.coordinator = Self.coordinator(events, at: instant)
        safety.began(node.coordinator, from: events, at: instant)
    }

    mutating func beginTurn() {
        guard node.isRunning, !node.isCommitting, node.stalledUntil <= now else { return }
        let taken = node.inbox.prefix(Self.turnLimit)
        node.inbox.removeFirst(taken.count)
        for input in taken { handle(input) }
        let instant = node.clock.reading(at: now)
        if let deadline = node.coordinator.nextDeadline, deadline <= instant {
            handle(.deadlineReached)
        }
        let study = node.coordinator.study
        if node.isThrifty, study.searchTrials < study.budget.trials {
            handle(.budgeted(StudyBudget(trials: study.searchTrials)))
        }
        settle()
    }

    /// Asks the process to stop, as a signal does.
    mutating func drainCoordinator() {
        guard node.isRunning, !node.isDraining, node.stalledUntil <= now else { return }
        node.isDraining = true
        queue.plan(
            .coordinatorLeaves(process: node.process), at: now + Self.drain)
        handle(.drainRequested)
        if !node.isCommitting { settle() }
    }

    private mutating func handle(_ input: Coordinator.Input) {
        let instant = node.clock.reading(at: now)
        let directives = node.coordinator.handle(planting(input), at: instant)
        safety.observe(
            input, directives, at: instant, leaseCount: node.coordinator.leaseCount)
        if !node.isDraining { safety.checkIdleness(node.coordinator, at: instant) }
        trace.mix(2, directives.count)
        if watch != nil { for directive in directives { tell("  " + directive.words) } }
        node.pending += directives
    }

    /// Begins the turn's transaction, or carries out directives that need none.
    private mutating func settle() {
        guard !node.pending.isEmpty else {
            return node.inbox.isEmpty ? planCoordinatorWake() : beginTurn()
        }
        sendEarlyIfPlanted()
        guard node.pending.contains(where: \.isRecord) else { return carryOut() }
        node.isCommitting = true
        let end = now + disk.commitTime(at: now, &diskDice)
        queue.plan(.commits(process: node.process), at: end)
    }

    mutating func endCommit(process: Int) {
        guard node.isRunning, node.process == process else { return }
        let events = node.uncommitted
        // Until the disk has room for the journal, no message is handled and none is sent.
        guard disk.commit(events, at: now) else {
            return queue.plan(.commits(process: process), at: now + .seconds(1))
        }
        safety.committed(events)
        trace.mix(3, events.count)
        node.isCommitting = false
        carryOut()
    }

    /// Carries out the turn's directives in order; a crash may interrupt them.
    private mutating func carryOut() {
        let directives = node.pending
        node.pending.removeAll(keepingCapacity: true)
        let last =
            faults.coordinatorCrash.strikes(&dice) && dice.integer(below: 10) == 0
            ? dice.integer(below: directives.count) : directives.count
        for directive in directives.prefix(last) { carryOut(directive) }
        last < directives.count ? crashCoordinator() : settle()
    }

    private mutating func carryOut(_ directive: Coordinator.Directive) {
        switch directive {
        case .record, .note: break
        case .finish:
            // A finished coordinator stays for the workers that have not yet received `finished`.
            guard node.isDraining else { break }
            let later = now + Self.farewell
            queue.plan(.coordinatorLeaves(process: node.process), at: later)
        case .send(let message, let peer): send(message, to: peer)
        case .sendChunk(let dataset, let offset, let peer):
            let rows = ServedDataset(
                node.coordinator.study.definition.dataset, Self.datasetBytes,
                chunkBytes: Self.chunkBytes)
            send(rows.chunk(of: dataset, from: offset), to: peer)
        }
    }

    /// The bytes of the dataset, which are sent in three chunks.
    static let datasetBytes = (0..<100).map { UInt8($0) }
    private static let chunkBytes = 40

    mutating func send(_ message: CoordinatorMessage, to peer: PeerID) {
        guard let connection = WorkerLink(peer), workers.indices.contains(connection.worker)
        else { return }
        if setting.planted == .keepsSilent, message == .finished { return }
        guard workers[connection.worker].connection == connection.number else {
            if !faults.silentSend.strikes(&dice) { handle(.unreachable(peer)) }
            return
        }
        if faults.refusedSend.strikes(&dice) { return handle(.unreachable(peer)) }
        let arrivals = network.arrivals(of: connection.worker, .toWorker, at: now, faults)
        guard !arrivals.isEmpty else { return }
        let message = travelled(message)
        for arrival in arrivals {
            queue.plan(.reachesWorker(message, at: connection), at: arrival)
        }
    }

    private mutating func planCoordinatorWake() {
        guard let deadline = node.coordinator.nextDeadline else { return }
        wakeCoordinator(at: node.clock.time(showing: deadline, notBefore: now))
    }

    mutating func wakeCoordinator(at time: VirtualTime) {
        if let planned = node.wakesAt, planned <= time { return }
        node.wakesAt = time
        queue.plan(.coordinatorWakes(process: node.process), at: time)
    }
}

extension Coordinator.Directive {
    var isRecord: Bool {
        if case .record = self { true } else { false }
    }
}
