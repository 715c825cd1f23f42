import Coordination
import Randomness
import Studies
import WireProtocol

/// Faults that hit the cluster from outside.
extension ClusterRun {
    /// How often each kind of fault is drawn.
    static let faultInterval = VirtualSpan.milliseconds(250)

    /// Draws each kind of fault once, for one worker or for the coordinator.
    mutating func strike() {
        guard now < liveness.faultsEnd else { return }
        queue.plan(.faultsStrike, at: now + Self.faultInterval)
        let worker = dice.integer(below: workers.count)
        if faults.partition.strikes(&dice) { cutOff(worker) }
        if faults.reconnection.strikes(&dice) { reconnect(worker) }
        if faults.workerCrash.strikes(&dice) { crash(worker) }
        if faults.workerStall.strikes(&dice) {
            workers[worker].stalledUntil = now + dice.span(.milliseconds(100), .seconds(60))
        }
        if faults.workerDrain.strikes(&dice), workers[worker].isRunning,
            workers[worker].stalledUntil <= now
        {
            // The grace period may be over at once.
            handle(dice.integer(below: 4) == 0 ? .leaveRequested : .drainRequested, in: worker)
        }
        if faults.coordinatorStall.strikes(&dice), node.isRunning {
            node.stalledUntil = now + dice.span(.milliseconds(100), .seconds(40))
            wakeCoordinator(at: node.stalledUntil)
        }
        if faults.coordinatorDrain.strikes(&dice) { drainCoordinator() }
        if faults.slowDisk.strikes(&dice) {
            disk.slowUntil = now + dice.span(.seconds(1), .seconds(20))
        }
        if faults.fullDisk.strikes(&dice) {
            disk.fullUntil = now + dice.span(.seconds(1), .seconds(10))
        }
        if faults.thrift.strikes(&dice) {
            node.isThrifty = true
            beginTurn()
        }
        if faults.coordinatorCrash.strikes(&dice), node.isRunning { crashCoordinator() }
    }

    /// Ends all faults for good; the cluster must repair what they broke.
    mutating func endFaults() {
        faults = FaultProfile()
        network.heal()
        disk.heal()
    }

    private mutating func cutOff(_ worker: Int) {
        let directions: [[Direction]] = [
            [.toCoordinator, .toWorker], [.toCoordinator], [.toWorker],
        ]
        let chosen = directions[dice.integer(below: directions.count)]
        network.cut(worker, chosen, until: now + dice.span(.milliseconds(500), .seconds(60)))
        trace.mix(7, worker)
    }

    /// Breaks a connection; the worker's socket reconnects under another address.
    private mutating func reconnect(_ worker: Int) {
        workers[worker].connection += 1
        workers[worker].connectedFrom = now + dice.span(.milliseconds(10), .seconds(2))
        trace.mix(8, worker)
    }

    /// Ends a worker's process without a message; another process takes its name.
    mutating func crash(_ worker: Int) {
        guard workers[worker].isRunning else { return }
        workers[worker].end()
        trace.mix(9, worker)
        queue.plan(.workerStarts(worker), at: now + dice.span(.milliseconds(100), .seconds(20)))
    }

    /// Ends the coordinator's process; a transaction that is under way happens completely or not at
    /// all.
    mutating func crashCoordinator() {
        safety.ended(node.coordinator.study, uncommitted: node.uncommitted)
        if node.isCommitting, dice.integer(below: 2) == 0 {
            let events = node.uncommitted
            if disk.commit(events, at: now) { safety.committed(events) }
        }
        if setting.planted == .forgetsLatest { disk.forgetLast() }
        node.end()
        trace.mix(10, disk.events.count)
        let later = now + dice.span(.milliseconds(100), .seconds(20))
        for worker in workers.indices {
            workers[worker].connection += 1
            workers[worker].connectedFrom = later + dice.span(.milliseconds(10), .seconds(2))
        }
        queue.plan(.coordinatorStarts, at: later)
    }
}
