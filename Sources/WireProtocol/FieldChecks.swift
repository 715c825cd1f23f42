internal import Trials

/// The allowed ranges of the numbers and texts of a message, beyond their types.
///
/// The bounds are far above real values, and far below those at which a sum of thousands overflows.
private enum Bounds {
    static let numbers = 1...1_000_000_000
    static let counts = 0...1_000_000_000_000_000
    static let positiveCounts = 1...1_000_000_000_000_000
    static let incarnations = 0...9_007_199_254_740_991
    static let capacities = 1...1024
    static let heldAttempts = 0...1024
    static let intervals = 1...86_400_000
    static let scores = -1e12...1e12
    static let shares = 0.0...1.0
    static let seconds = 0.0...1e9
    static let names = 1...200
    static let rounds = 1...2
    static let curves = 0...MessageCodec.curvePoints
    static let reasons = 0...MessageCodec.reasonCharacters
}

/// Throws an error that names the field if a value is out of bounds.
///
/// Comparisons with NaN are false, so finite bounds also refuse NaN.
private func require<Number: Comparable>(
    _ number: Number,
    in bounds: ClosedRange<Number>,
    _ path: @autoclosure () -> String
) throws(MessageDecodingError) {
    guard bounds.contains(number) else {
        throw .malformed(
            reason: "\(path()): \(number), expected "
                + "\(bounds.lowerBound) to \(bounds.upperBound)"
        )
    }
}

private func require(
    _ attempt: Attempt,
    _ place: @autoclosure () -> String = ""
) throws(MessageDecodingError) {
    try require(attempt.trial.rawValue, in: Bounds.numbers, place() + "trial")
    try require(attempt.number.rawValue, in: Bounds.numbers, place() + "attempt")
}

private func require(
    reason: String
) throws(MessageDecodingError) {
    try require(reason.count, in: Bounds.reasons, "characters of reason")
}

extension WorkerMessage {
    /// Refuses values that a correct worker never sends.
    func check() throws(MessageDecodingError) {
        switch self {
        case .hello(_, let incarnation, let capacity, let holding):
            try require(incarnation, in: Bounds.incarnations, "incarnation")
            try require(capacity, in: Bounds.capacities, "capacity")
            try Self.check(holding)
        case .progress(let holding): try Self.check(holding)
        case .report(let attempt, let report):
            try require(attempt)
            try report.check()
        case .release(let attempt, let reason, _):
            try require(attempt)
            try require(reason: reason)
        case .fetch(_, let offset): try require(offset, in: Bounds.counts, "offset")
        case .goodbye: break
        }
    }

    private static func check(_ holding: [AttemptProgress]) throws(MessageDecodingError) {
        try require(holding.count, in: Bounds.heldAttempts, "entries of holding")
        for (index, held) in holding.enumerated() {
            try require(held.attempt, "holding[\(index)].")
            try held.point?.check("holding[\(index)].point")
        }
    }
}

extension CoordinatorMessage {
    /// Refuses values that a coordinator never sends.
    func check() throws(MessageDecodingError) {
        switch self {
        case .welcome(let study, let renewalInterval, let guards):
            try require(study.count, in: Bounds.names, "characters of study")
            try require(renewalInterval, in: Bounds.intervals, "renewal_interval_ms")
            try guards.check()
        case .lease(let attempt, let task):
            try require(attempt)
            try task.check()
        case .acknowledge(let attempt), .revoke(let attempt):
            try require(attempt)
        case .cap(let attempt, let cap):
            try require(attempt)
            try require(cap, in: Bounds.counts, "cap")
        case .chunk(_, let offset, let total, let bytes):
            try require(total, in: Bounds.counts, "total")
            try require(offset, in: 0...total, "offset")
            try require(bytes.count, in: 0...(total - offset), "bytes of the second frame")
        case .refused(let reason): try require(reason: reason)
        case .identify, .drain, .finished: break
        }
    }
}

extension TrialGuards {
    fileprivate func check() throws(MessageDecodingError) {
        if let milliseconds {
            try require(milliseconds, in: Bounds.positiveCounts, "guards.time_ms")
        }
        if let memory { try require(memory, in: Bounds.positiveCounts, "guards.memory_bytes") }
        if let stallMilliseconds {
            try require(stallMilliseconds, in: Bounds.positiveCounts, "guards.stall_ms")
        }
    }
}

extension GrowthPoint {
    fileprivate func check(
        _ path: @autoclosure () -> String
    ) throws(MessageDecodingError) {
        try require(check, in: Bounds.counts, path() + ".check")
        try require(epoch, in: Bounds.counts, path() + ".epoch")
        try require(connections, in: Bounds.counts, path() + ".connections")
        try require(hiddenNodes, in: Bounds.counts, path() + ".hidden_nodes")
        try require(validation, in: Bounds.scores, path() + ".validation")
        try require(multiplyAdds, in: Bounds.counts, path() + ".multiply_adds")
    }
}

extension TrainingReport {
    fileprivate func check() throws(MessageDecodingError) {
        try checkOutcome()
        try require(connections, in: Bounds.counts, "report.connections")
        try require(hiddenNodes, in: Bounds.counts, "report.hidden_nodes")
        try require(inputsUsed, in: Bounds.counts, "report.inputs_used")
        try require(biases, in: Bounds.counts, "report.biases")
        try require(validation, in: Bounds.scores, "report.validation")
        try require(test, in: Bounds.scores, "report.test")
        try require(epochs, in: Bounds.counts, "report.epochs")
        try require(multiplyAdds, in: Bounds.counts, "report.multiply_adds")
        try require(seconds, in: Bounds.seconds, "report.seconds")
        try require(cpuSeconds, in: Bounds.seconds, "report.cpu_seconds")
        try require(curve.count, in: Bounds.curves, "points of report.curve")
        for (index, point) in curve.enumerated() {
            try point.check("report.curve[\(index)]")
        }
        try course?.check()
    }

    private func checkOutcome() throws(MessageDecodingError) {
        switch outcome {
        case .reached: break
        case .censored(let cap): try require(cap, in: Bounds.counts, "report.outcome.censored.cap")
        case .failed(let reason):
            let number =
                switch reason {
                case .diverged(let check): check
                case .targetMissed(let checks): checks
                case .fullyGrown(let connections): connections
                case .exhausted(let multiplyAdds): multiplyAdds
                }
            try require(number, in: Bounds.counts, "report.outcome.failed.reason")
        }
    }
}

extension TrainingCourse {
    fileprivate func check() throws(MessageDecodingError) {
        if let best { try require(best, in: Bounds.scores, "report.course.best") }
        if let grown { try require(grown, in: Bounds.counts, "report.course.grown") }
        try require(peak, in: Bounds.counts, "report.course.peak")
        try require(stages.count, in: Bounds.curves, "stages of report.course")
        for (index, stage) in stages.enumerated() {
            let path = "report.course.stages[\(index)]"
            try require(stage.round, in: Bounds.rounds, path + "[0]")
            try require(stage.check, in: Bounds.counts, path + "[1]")
            try require(stage.connections, in: Bounds.counts, path + "[2]")
        }
    }
}

extension TrainingTask {
    fileprivate func check() throws(MessageDecodingError) {
        try require(split.validation, in: Bounds.shares, "task.split.validation")
        try require(split.test, in: Bounds.shares, "task.split.test")
        try require(target.value, in: Bounds.scores, "task.target.value")
        try require(limits.checks, in: 1...MessageCodec.curvePoints, "task.limits.checks")
        try require(limits.multiplyAdds, in: Bounds.positiveCounts, "task.limits.multiply_adds")
        try require(limits.connections, in: Bounds.positiveCounts, "task.limits.connections")
        if let cap { try require(cap, in: Bounds.counts, "task.cap") }
    }
}
