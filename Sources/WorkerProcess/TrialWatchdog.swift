import Coordination
import Dispatch
import OperatingSystem
import Synchronization
import Trials
import WireProtocol

/// Watches over the trainings of a process, on a thread of its own, because a training that hangs
/// or eats the memory may take the rest of the process with it.
///
/// It tells the node of the first training that takes too much, so that the coordinator hears the
/// reason, and ends the process itself where the node does not in good time.
final class TrialWatchdog: Sendable {
    private struct State {
        var guards = TrialGuards.unguarded
        var slots: [TrainingSlot] = []
        var breach: (found: GuardBreach, at: Instant)?
        var isStopped = false
        var lookedAt = SystemClock.now()
        /// When the process went on that had been stopped, or began.
        var goingSince = SystemClock.now()

        /// Notes a look, because who was stopped has not stalled.
        mutating func look(at now: Instant) {
            if now - lookedAt > WorkerLimits.standstill { goingSince = now }
            lookedAt = now
        }
    }

    private let state = Mutex(State())
    private let mailbox: Mailbox<TrainingNews>

    /// Begins to watch; what is found goes to a mailbox.
    init(telling mailbox: Mailbox<TrainingNews>) {
        self.mailbox = mailbox
        DispatchQueue(label: "watchdog", qos: .userInteractive).async { [self] in
            while !state.withLock({ $0.isStopped }) {
                look(at: SystemClock.now())
                SystemClock.sleep(for: WorkerLimits.watchInterval)
            }
        }
    }

    /// Watches for these guards from now on.
    func watch(_ guards: TrialGuards) {
        state.withLock { $0.guards = guards }
    }

    func add(_ slot: TrainingSlot) {
        state.withLock { $0.slots.append(slot) }
    }

    /// Forgets a training that has ended; one that was only asked to end is watched until it does.
    func remove(_ slot: TrainingSlot) {
        state.withLock { $0.slots.removeAll { $0 === slot } }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    private func look(at now: Instant) {
        let (guards, slots, earlier, goingSince) = state.withLock { state in
            state.look(at: now)
            return (state.guards, state.slots, state.breach, state.goingSince)
        }
        if let earlier {
            if earlier.at + WorkerLimits.goodbye <= now { earlier.found.endProcess() }
            return
        }
        guard guards != .unguarded, !slots.isEmpty else { return }
        let resident = guards.memory == nil ? 0 : ResidentMemory.bytes()
        let trainings = slots.map { $0.watched(since: goingSince) }
        guard let found = guards.breach(of: trainings, resident: resident, at: now) else { return }
        state.withLock { $0.breach = (found, now) }
        mailbox.post(.overran(found))
    }
}
