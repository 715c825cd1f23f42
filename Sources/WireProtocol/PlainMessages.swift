internal import Trials

/// The messages that occur in every trial, in the form of `PlainJSONWriter`.
extension WorkerMessage {
    /// The text of a report; `nil` for other messages.
    var plainText: [UInt8]? {
        guard case .report(let attempt, let report) = self else { return nil }
        var writer = PlainJSONWriter(capacity: 384 + 128 * report.curve.count)
        writer.write("{\"attempt\":")
        writer.write(attempt.number.rawValue)
        writer.write(",\"report\":")
        report.write(to: &writer)
        writer.write(",\"trial\":")
        writer.write(attempt.trial.rawValue)
        writer.end(",\"type\":\"report\"")
        return writer.bytes
    }

    /// Reads a report.
    init(plain text: [UInt8]) throws(NotPlain) {
        var reader = PlainJSONReader(text)
        try reader.pass("{\"attempt\":")
        let number = AttemptNumber(rawValue: try reader.integer())
        try reader.pass(",\"report\":")
        let report = try TrainingReport(plain: &reader)
        try reader.pass(",\"trial\":")
        let trial = TrialID(rawValue: try reader.integer())
        try reader.end(",\"type\":\"report\"")
        self = .report(attempt: Attempt(trial: trial, number: number), report: report)
    }
}

extension CoordinatorMessage {
    /// The text of a lease or an acknowledgement; `nil` for other messages.
    var plainText: [UInt8]? {
        switch self {
        case .lease(let attempt, let task):
            var writer = PlainJSONWriter(capacity: 2048)
            writer.write("{\"attempt\":")
            writer.write(attempt.number.rawValue)
            writer.write(",\"task\":")
            task.write(to: &writer)
            writer.write(",\"trial\":")
            writer.write(attempt.trial.rawValue)
            writer.end(",\"type\":\"lease\"")
            return writer.bytes
        case .acknowledge(let attempt):
            var writer = PlainJSONWriter(capacity: 96)
            writer.write("{\"attempt\":")
            writer.write(attempt.number.rawValue)
            writer.write(",\"trial\":")
            writer.write(attempt.trial.rawValue)
            writer.end(",\"type\":\"acknowledge\"")
            return writer.bytes
        default: return nil
        }
    }

    /// Reads a lease or an acknowledgement.
    init(plain text: [UInt8]) throws(NotPlain) {
        var reader = PlainJSONReader(text)
        try reader.pass("{\"attempt\":")
        let number = AttemptNumber(rawValue: try reader.integer())
        if reader.take(",\"task\":") {
            let task = try TrainingTask(plain: &reader)
            try reader.pass(",\"trial\":")
            let trial = TrialID(rawValue: try reader.integer())
            try reader.end(",\"type\":\"lease\"")
            self = .lease(attempt: Attempt(trial: trial, number: number), task: task)
        } else {
            try reader.pass(",\"trial\":")
            let trial = TrialID(rawValue: try reader.integer())
            try reader.end(",\"type\":\"acknowledge\"")
            self = .acknowledge(attempt: Attempt(trial: trial, number: number))
        }
    }
}

/// The end of each message: its type and the version.
extension PlainJSONWriter {
    fileprivate mutating func end(_ type: StaticString) {
        write(type)
        write(",\"version\":")
        write(MessageCodec.version)
        write("}")
    }
}

extension PlainJSONReader {
    fileprivate mutating func end(_ type: StaticString) throws(NotPlain) {
        try pass(type)
        try pass(",\"version\":")
        guard try integer() == MessageCodec.version else { throw NotPlain() }
        try pass("}")
        try end()
    }
}
