internal import Randomness
internal import Studies
internal import Trials

/// The events that occur in every trial, in the form of `PlainJSONWriter`.
extension StudyEvent {
    /// The text of an event that occurs in every trial; `nil` for other events.
    func plainText(base: GrowthSchedule) -> [UInt8]? {
        var writer: PlainJSONWriter
        switch self {
        case .proposed(let trial, let schedule, let seed, let purpose, let effort):
            writer = PlainJSONWriter(capacity: 768)
            writer.write("{\"proposed\":{")
            if let effort {
                writer.write("\"effort\":")
                writer.write(effort)
                writer.write(",")
            }
            writer.write("\"purpose\":")
            purpose.write(to: &writer)
            writer.write(",\"schedule\":")
            schedule.write(to: &writer, differingFrom: base)
            writer.write(",\"seed\":")
            writer.write(seed.rawValue)
            writer.write(",\"trial\":")
            writer.write(trial.rawValue)
            writer.write("}}")
        case .leased(let attempt, let worker):
            writer = PlainJSONWriter(capacity: 128)
            writer.write("{\"leased\":{\"attempt\":")
            writer.write(attempt.number.rawValue)
            Self.end(attempt.trial, worker, &writer)
        case .reported(let attempt, let worker, let report):
            // The curve is stored separately if decisions do not need it.
            let hasCurve = report.course == nil
            writer = PlainJSONWriter(capacity: 768 + (hasCurve ? 128 * report.curve.count : 0))
            writer.write("{\"reported\":{\"attempt\":")
            writer.write(attempt.number.rawValue)
            writer.write(",\"report\":")
            report.write(to: &writer, hasCurve: hasCurve)
            Self.end(attempt.trial, worker, &writer)
        default: return nil
        }
        return writer.bytes
    }

    private static func end(_ trial: TrialID, _ worker: WorkerID, _ writer: inout PlainJSONWriter) {
        writer.write(",\"trial\":")
        writer.write(trial.rawValue)
        writer.write(",\"worker\":")
        writer.write(word: worker.rawValue)
        writer.write("}}")
    }

    /// Reads an event that occurs in every trial.
    init(plain text: [UInt8], base: GrowthSchedule) throws(NotPlain) {
        var reader = PlainJSONReader(text)
        if reader.take("{\"leased\":{\"attempt\":") {
            let number = AttemptNumber(rawValue: try reader.integer())
            let (trial, worker) = try Self.end(&reader)
            self = .leased(attempt: Attempt(trial: trial, number: number), worker: worker)
        } else if reader.take("{\"reported\":{\"attempt\":") {
            let number = AttemptNumber(rawValue: try reader.integer())
            try reader.pass(",\"report\":")
            let report = try TrainingReport(plain: &reader)
            let (trial, worker) = try Self.end(&reader)
            self = .reported(
                attempt: Attempt(trial: trial, number: number), worker: worker, report: report)
        } else {
            self = try Self.proposed(&reader, base)
        }
        try reader.end()
    }

    private static func proposed(
        _ reader: inout PlainJSONReader, _ base: GrowthSchedule
    ) throws(NotPlain) -> StudyEvent {
        try reader.pass("{\"proposed\":{")
        let effort = reader.take("\"effort\":") ? try reader.integer() : nil
        if effort != nil { try reader.pass(",") }
        try reader.pass("\"purpose\":")
        let purpose = try TrialPurpose(plain: &reader)
        try reader.pass(",\"schedule\":")
        let schedule = try GrowthSchedule(plain: &reader, base: base)
        try reader.pass(",\"seed\":")
        let seed = Seed(rawValue: try reader.unsigned())
        try reader.pass(",\"trial\":")
        let trial = TrialID(rawValue: try reader.integer())
        try reader.pass("}}")
        return .proposed(
            trial: trial, schedule: schedule, seed: seed, purpose: purpose, effort: effort)
    }

    private static func end(
        _ reader: inout PlainJSONReader
    ) throws(NotPlain) -> (TrialID, WorkerID) {
        try reader.pass(",\"trial\":")
        let trial = TrialID(rawValue: try reader.integer())
        try reader.pass(",\"worker\":")
        guard let worker = WorkerID(rawValue: try reader.word()) else { throw NotPlain() }
        try reader.pass("}}")
        return (trial, worker)
    }
}

extension TrialPurpose {
    fileprivate func write(to writer: inout PlainJSONWriter) {
        switch self {
        case .search: writer.write("{\"search\":{}}")
        case .certification(let finalist, let replicate):
            writer.write("{\"certification\":{\"of\":")
            writer.write(finalist.rawValue)
            writer.write(",\"replicate\":")
            writer.write(replicate)
            writer.write("}}")
        }
    }

    fileprivate init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        if reader.take("{\"search\":{}}") {
            self = .search
            return
        }
        try reader.pass("{\"certification\":{\"of\":")
        let finalist = TrialID(rawValue: try reader.integer())
        try reader.pass(",\"replicate\":")
        let replicate = try reader.integer()
        try reader.pass("}}")
        self = .certification(of: finalist, replicate: replicate)
    }
}
