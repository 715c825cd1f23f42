import Randomness
import Trials

/// Replaces training: the report is a function of the task, and costs nothing.
enum SimulatedTraining {
    /// The report of a task; one task in eight misses the target, and one that costs more than its
    /// cap is stopped there.
    static func report(of task: TrainingTask) -> TrainingReport {
        let noise = noise(of: task)
        let increment =
            if case .real(let size) = task.schedule[.incrementSize] { size } else { 0.5 }
        let isReached = noise % 8 != 0
        let connections = 40 + Int(increment * 200) + Int(noise >> 8 % 40)
        var outcome =
            isReached ? TrainingOutcome.reached : .failed(reason: .targetMissed(checks: 9))
        var hash = noise
        if isReached, let cap = task.cap, connections > cap {
            outcome = .censored(cap: cap)
            hash = noise &+ UInt64(cap)
        }
        return TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: 3,
            inputsUsed: 5, biases: 4, validation: isReached ? 0.96 : 0.5, test: 0.9, epochs: 9,
            multiplyAdds: 1000, curve: [], fingerprint: Fingerprint(hash: hash), seconds: 1,
            cpuSeconds: 1)
    }

    /// The result depends on schedule and seed: the search trains every new schedule with the same
    /// seed.
    private static func noise(of task: TrainingTask) -> UInt64 {
        let increment = task.schedule.incrementSize.bitPattern
        let mixed = increment ^ UInt64(task.schedule.patience) << 32
        return task.seed.derived(for: .simulation, index: mixed).rawValue
    }

    /// How a task ends the process that trains it; `nil` for 59 tasks in 60.
    static func poison(of task: TrainingTask) -> Poison? {
        let noise = noise(of: task) >> 20
        guard noise % 60 == 0 else { return nil }
        return noise % 120 == 0 ? .crash : .memory
    }

    /// How a trial ends its process.
    enum Poison {
        /// The process dies without a message.
        case crash
        /// The process takes too much memory, reports it, and ends itself.
        case memory
    }

    /// How long a training lasts: mostly seconds, sometimes longer than a lease.
    static func duration(_ dice: inout PhiloxGenerator) -> VirtualSpan {
        switch dice.integer(below: 40) {
        case 0: dice.span(.seconds(20), longest)
        case 1...5: dice.span(.milliseconds(1), .milliseconds(20))
        default: dice.span(.seconds(1), .seconds(6))
        }
    }

    /// The longest duration of a training.
    static let longest = VirtualSpan.seconds(70)

    /// The check that a training reports.
    static let check = GrowthPoint(
        check: 1, epoch: 1, connections: 40, hiddenNodes: 1, validation: 0.5, multiplyAdds: 100)
}
