import Randomness

extension TrainingTask {
    /// Writes the task.
    package func write(to writer: inout PlainJSONWriter) {
        writer.write("{")
        if let cap {
            writer.write("\"cap\":")
            writer.write(cap)
            writer.write(",")
        }
        writer.write("\"dataset\":")
        writer.write(word: dataset.rawValue)
        writer.write(",\"limits\":{\"checks\":")
        writer.write(limits.checks)
        writer.write(",\"connections\":")
        writer.write(limits.connections)
        writer.write(",\"multiply_adds\":")
        writer.write(limits.multiplyAdds)
        writer.write("}")
        if method != .growth {
            writer.write(",\"method\":")
            writer.write(word: method.rawValue)
        }
        writer.write(",\"schedule\":")
        schedule.write(to: &writer)
        writer.write(",\"seed\":")
        writer.write(seed.rawValue)
        writer.write(",\"split\":{\"seed\":")
        writer.write(split.seed.rawValue)
        writer.write(",\"shares_rows\":")
        writer.write(split.sharesRows)
        writer.write(",\"test\":")
        writer.write(split.test)
        writer.write(",\"validation\":")
        writer.write(split.validation)
        writer.write("},\"target\":{\"metric\":")
        writer.write(word: target.metric.rawValue)
        writer.write(",\"value\":")
        writer.write(target.value)
        writer.write("}}")
    }

    /// Reads a task.
    package init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        try reader.pass("{")
        var cap: Int?
        if reader.take("\"cap\":") {
            cap = try reader.integer()
            try reader.pass(",")
        }
        try reader.pass("\"dataset\":")
        guard let dataset = DatasetDigest(rawValue: try reader.word()) else { throw NotPlain() }
        let limits = try Self.limits(from: &reader)
        let method = try Self.method(from: &reader)
        try reader.pass(",\"schedule\":")
        let schedule = try GrowthSchedule(plain: &reader)
        try reader.pass(",\"seed\":")
        let seed = Seed(rawValue: try reader.unsigned())
        let split = try Self.split(from: &reader)
        let target = try Self.target(from: &reader)
        self.init(
            schedule: schedule, dataset: dataset, split: split, target: target, seed: seed,
            limits: limits, cap: cap, method: method)
    }

    private static func limits(
        from reader: inout PlainJSONReader
    ) throws(NotPlain) -> TrainingLimits {
        try reader.pass(",\"limits\":{\"checks\":")
        let checks = try reader.integer()
        try reader.pass(",\"connections\":")
        let connections = try reader.integer()
        try reader.pass(",\"multiply_adds\":")
        let multiplyAdds = try reader.integer()
        try reader.pass("}")
        return TrainingLimits(
            checks: checks, multiplyAdds: multiplyAdds, connections: connections)
    }

    private static func method(
        from reader: inout PlainJSONReader
    ) throws(NotPlain) -> TrainingMethod {
        guard reader.take(",\"method\":") else { return .growth }
        // The slower reader reports the unknown name.
        guard let method = TrainingMethod(rawValue: try reader.word()) else { throw NotPlain() }
        return method
    }

    private static func split(from reader: inout PlainJSONReader) throws(NotPlain) -> SplitPlan {
        try reader.pass(",\"split\":{\"seed\":")
        let seed = Seed(rawValue: try reader.unsigned())
        try reader.pass(",\"shares_rows\":")
        let sharesRows = try reader.truth()
        try reader.pass(",\"test\":")
        let test = try reader.real()
        try reader.pass(",\"validation\":")
        let validation = try reader.real()
        try reader.pass("}")
        return SplitPlan(validation: validation, test: test, seed: seed, sharesRows: sharesRows)
    }

    private static func target(
        from reader: inout PlainJSONReader
    ) throws(NotPlain) -> TargetScore {
        try reader.pass(",\"target\":{\"metric\":")
        guard let metric = ScoreMetric(rawValue: try reader.word()) else { throw NotPlain() }
        try reader.pass(",\"value\":")
        let value = try reader.real()
        try reader.pass("}}")
        return TargetScore(metric: metric, value: value)
    }
}
