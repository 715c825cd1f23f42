package import Coordination
import Dispatch
import Glibc
import Synchronization
import Trials
import WireProtocol

/// Watches over the trainings of a process, on a thread of its own, because a training that hangs
/// or eats the memory may take the rest of the process with it.
///
/// It tells the node of the first training that takes too much, so that the coordinator hears the
/// reason, and ends the process itself where the node does not in good time.
final class TrialWatchdog: Sendable {
    private static let interval: useconds_t = 100_000
    /// How long the node may take to say goodbye.
    private static let patience = Duration.seconds(10)

    /// A pause between two looks after which the process itself must have stood still.
    private static let standstill = Duration.seconds(5)

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
            if now - lookedAt > TrialWatchdog.standstill { goingSince = now }
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
                usleep(Self.interval)
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
            if earlier.at + Self.patience <= now { earlier.found.endProcess() }
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

extension GuardBreach {
    /// Ends the process at once, with the reason on stderr: its other threads may be in any state.
    package func endProcess() -> Never {
        var text = Array("worker ends itself: \(reason)\n".utf8)
        _ = unsafe write(STDERR_FILENO, &text, text.count)
        _exit(Int32(GuardExit(cause).rawValue))
    }
}

/// How a worker's process ends that a watchdog ended.
package enum GuardExit: Int, Sendable {
    case time = 91
    case memory = 92
    case stall = 93

    init(_ cause: ReleaseCause) {
        self =
            switch cause {
            case .time: .time
            case .memory: .memory
            case .stall, .refused, .returned: .stall
            }
    }

    /// What the trial took too much of, in words.
    package var description: String {
        switch self {
        case .time: "a trial ran for longer than cluster.trial_time"
        case .memory: "a trial took more memory than cluster.trial_memory"
        case .stall: "a trial passed no check within cluster.stall_time"
        }
    }
}

/// The memory of this process.
enum ResidentMemory {
    /// What is resident now (bytes); 0 where the system does not say.
    static func bytes() -> Int {
        let file = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 128)
        let count = unsafe read(file, &text, text.count)
        let words = text.prefix(max(0, count)).split(separator: UInt8(ascii: " "))
        guard words.count > 1, let pages = Int(String(decoding: words[1], as: UTF8.self)) else {
            return 0
        }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
