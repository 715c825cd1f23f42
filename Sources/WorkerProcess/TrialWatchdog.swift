import Coordination
import Dispatch
import OperatingSystem
import Synchronization
import Trials
import WireProtocol

/// Watches the trainings of a process on its own thread, because a training that hangs or uses too
/// much memory may block the whole process.
///
/// It tells the node about the first training that breaks a guard, so that the coordinator gets the
/// reason. If the node does not end the process in time, the watchdog does.
final class TrialWatchdog: Sendable {
    private struct State {
        var guards = TrialGuards.unguarded
        var slots: [TrainingSlot] = []
        var breach: (found: GuardBreach, at: Instant)?
        var isStopped = false
        var lookedAt = SystemClock.now()
        /// Since when the process has been running without a pause.
        var goingSince = SystemClock.now()

        /// Records a look; the time while the process was frozen does not count as a stall.
        mutating func look(at now: Instant) {
            if now - lookedAt > WorkerLimits.standstill { goingSince = now }
            lookedAt = now
        }
    }

    private let state = Mutex(State())
    private let mailbox: Mailbox<TrainingNews>

    /// Starts watching; a broken guard is reported to a mailbox.
    init(telling mailbox: Mailbox<TrainingNews>) {
        self.mailbox = mailbox
        DispatchQueue(label: "watchdog", qos: .userInteractive).async { [self] in
            while !state.withLock({ $0.isStopped }) {
                look(at: SystemClock.now())
                SystemClock.sleep(for: WorkerLimits.watchInterval)
            }
        }
    }

    /// Uses these guards from now on.
    func watch(_ guards: TrialGuards) {
        state.withLock { $0.guards = guards }
    }

    func add(_ slot: TrainingSlot) {
        state.withLock { $0.slots.append(slot) }
    }

    /// Stops watching a training that has ended; one that was asked to stop is watched until it
    /// does.
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
