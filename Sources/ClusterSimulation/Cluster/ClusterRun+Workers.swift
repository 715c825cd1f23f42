import Coordination
import Trials
import WireProtocol

/// The workers' processes, as in `WorkerNode`.
extension ClusterRun {
    mutating func start(_ worker: Int) {
        guard !workers[worker].isRunning else { return }
        workers[worker].start()
        trace.mix(4, worker)
        planWake(worker)
    }

    /// Restarts the workers that had been told that the study is over, because it continues.
    mutating func startDismissed() {
        for worker in workers.indices where workers[worker].isDismissed {
            workers[worker].isDismissed = false
            queue.plan(.workerStarts(worker), at: now + dice.span(.zero, .seconds(2)))
        }
    }

    mutating func reachWorker(_ message: CoordinatorMessage, at connection: WorkerLink) {
        let worker = connection.worker
        guard workers[worker].isRunning, workers[worker].connection == connection.number else {
            return
        }
        if now < workers[worker].stalledUntil {
            let later = workers[worker].stalledUntil
            return queue.plan(.reachesWorker(message, at: connection), at: later)
        }
        safety.delivered(
            message, to: workers[worker].name, holding: workers[worker].session.held)
        if message == .finished { workers[worker].isDismissed = true }
        handle(.received(message), in: worker)
    }

    mutating func advance(_ worker: Int, process: Int, _ news: WorkerEvent) {
        guard workers[worker].isRunning, workers[worker].process == process else { return }
        if now < workers[worker].stalledUntil {
            let later = workers[worker].stalledUntil
            if case .wakes = news { workers[worker].wakesAt = later }
            return queue.plan(.inWorker(worker, process: process, news), at: later)
        }
        switch news {
        case .wakes:
            guard workers[worker].wakesAt == now else { return }
            workers[worker].wakesAt = nil
            handle(.deadlineReached, in: worker)
        case .advances(let attempt):
            guard let index = training(attempt, in: worker) else { return }
            if faults.poison != .never,
                let poison = SimulatedTraining.poison(of: workers[worker].trainings[index].task)
            {
                return suffer(poison, of: attempt, in: worker)
            }
            handle(.advanced(attempt, SimulatedTraining.check), in: worker)
        case .trains(let attempt):
            guard let index = training(attempt, in: worker) else { return }
            let task = workers[worker].trainings.remove(at: index).task
            let report = SimulatedTraining.report(of: task)
            handle(.trained(attempt, report), in: worker)
        }
    }

    private mutating func suffer(
        _ poison: SimulatedTraining.Poison, of attempt: Attempt,
        in worker: Int
    ) {
        switch poison {
        case .crash: crash(worker)
        case .memory:
            handle(.overran(attempt, .memory, reason: "out of memory"), in: worker)
        }
    }

    private func training(_ attempt: Attempt, in worker: Int) -> Int? {
        workers[worker].trainings.firstIndex { $0.attempt == attempt }
    }

    mutating func handle(_ input: WorkerSession.Input, in worker: Int) {
        let instant = workers[worker].clock.reading(at: now)
        let directives = workers[worker].session.handle(input, at: instant)
        trace.mix(5, worker, directives.count)
        if watch != nil { for directive in directives { tell("  " + directive.words) } }
        for directive in directives { carryOut(directive, in: worker) }
        if workers[worker].isRunning { planWake(worker) }
    }

    private mutating func carryOut(_ directive: WorkerSession.Directive, in worker: Int) {
        switch directive {
        case .send(let message): send(message, from: worker)
        case .load(let dataset, let bytes):
            let isDamaged = faults.damagedDataset.strikes(&dice)
            precondition(bytes == Self.datasetBytes, "a dataset arrived as \(bytes)")
            handle(
                isDamaged ? .unloadable(dataset, reason: "damaged") : .loaded(dataset), in: worker)
        case .train(let attempt, let task): train(attempt, task, in: worker)
        case .abort(let attempt):
            if let index = training(attempt, in: worker) {
                workers[worker].trainings.remove(at: index)
            }
        case .cap(let attempt, let cap):
            if let index = training(attempt, in: worker) {
                let task = workers[worker].trainings[index].task
                workers[worker].trainings[index].task = task.capped(at: cap)
            }
        case .watch, .note: break
        case .leave: leave(worker)
        }
    }

    private mutating func train(_ attempt: Attempt, _ task: TrainingTask, in worker: Int) {
        let process = workers[worker].process
        safety.checkSlots(of: workers[worker])
        let duration = SimulatedTraining.duration(&trainingDice)
        let half = VirtualSpan(nanoseconds: duration.nanoseconds / 2)
        workers[worker].trainings.append(.init(attempt: attempt, task: task))
        queue.plan(.inWorker(worker, process: process, .advances(attempt)), at: now + half)
        queue.plan(.inWorker(worker, process: process, .trains(attempt)), at: now + duration)
    }

    /// Ends a worker's process that has no work left; if it was only asked to leave, another
    /// process follows.
    private mutating func leave(_ worker: Int) {
        workers[worker].end()
        trace.mix(6, worker)
        guard !workers[worker].isDismissed else { return }
        queue.plan(.workerStarts(worker), at: now + dice.span(.milliseconds(100), .seconds(5)))
    }

    private mutating func send(_ message: WorkerMessage, from worker: Int) {
        guard node.isRunning, workers[worker].connectedFrom <= now else { return }
        let connection = WorkerLink(worker: worker, number: workers[worker].connection)
        let arrivals = network.arrivals(of: worker, .toCoordinator, at: now, faults)
        guard !arrivals.isEmpty else { return }
        if faults.garbling.strikes(&dice) {
            let event = ClusterEvent.garblesCoordinator(connection, to: node.process)
            return queue.plan(event, at: arrivals[0])
        }
        let message = travelled(message)
        for arrival in arrivals {
            queue.plan(
                .reachesCoordinator(message, from: connection, to: node.process), at: arrival)
        }
    }

    private mutating func planWake(_ worker: Int) {
        guard let deadline = workers[worker].session.nextDeadline else { return }
        let time = workers[worker].clock.time(showing: deadline, notBefore: now)
        if let planned = workers[worker].wakesAt, planned <= time { return }
        workers[worker].wakesAt = time
        queue.plan(
            .inWorker(worker, process: workers[worker].process, .wakes), at: time)
    }
}
