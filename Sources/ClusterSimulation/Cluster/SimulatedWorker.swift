import Coordination
import Randomness
import Trials

/// A worker's process: the real session, with trainings that take virtual time.
struct SimulatedWorker {
    /// A running training.
    struct Training {
        let attempt: Attempt
        var task: TrainingTask
    }

    let name: WorkerID
    let slots: Int
    let clock: SkewedClock
    var session: WorkerSession
    /// The number of its process.
    var process = 0
    var isRunning = false
    /// Whether it was told that the study is over, and left.
    var isDismissed = false
    /// The number of its connection; it changes when the connection breaks.
    var connection = 0
    /// From when on messages can be sent.
    var connectedFrom = VirtualTime.zero
    var stalledUntil = VirtualTime.zero
    var wakesAt: VirtualTime?
    var trainings: [Training] = []

    init(place: Int, dice: inout PhiloxGenerator, skew: Int) {
        guard let name = WorkerID(rawValue: "worker-\(place)") else {
            preconditionFailure("worker-\(place) is a name")
        }
        self.name = name
        slots = 1 + dice.integer(below: 2)
        clock = SkewedClock(&dice, skew: skew)
        session = WorkerSession(worker: name, incarnation: 0, slots: slots)
    }

    /// Starts a process.
    mutating func start() {
        process += 1
        isRunning = true
        isDismissed = false
        session = WorkerSession(worker: name, incarnation: process, slots: slots)
    }

    /// Ends the process; its trainings and its connection are lost.
    mutating func end() {
        connection += 1
        isRunning = false
        trainings.removeAll()
        wakesAt = nil
        stalledUntil = .zero
    }
}

extension SkewedClock {
    /// Sets a clock whose rate is wrong by at most the skew (μs per second).
    init(_ dice: inout PhiloxGenerator, skew: Int) {
        let drift = Int64(dice.integer(below: 2 * skew + 1) - skew)
        self.init(offset: dice.span(.zero, .seconds(1_000_000)).nanoseconds, drift: drift)
    }
}
