extension TrainingReport {
    /// Writes the report.
    ///
    /// - Parameter hasCurve: whether to write the curve; a report with a course can be read without
    ///   it.
    package func write(to writer: inout PlainJSONWriter, hasCurve: Bool = true) {
        writer.write("{\"biases\":")
        writer.write(biases)
        writer.write(",\"connections\":")
        writer.write(connections)
        if let course {
            writer.write(",\"course\":")
            course.write(to: &writer)
        }
        writer.write(",\"cpu_seconds\":")
        writer.write(cpuSeconds)
        if hasCurve {
            writer.write(",\"curve\":[")
            for index in curve.indices {
                if index > 0 { writer.write(",") }
                curve[index].write(to: &writer)
            }
            writer.write("]")
        }
        writer.write(",\"epochs\":")
        writer.write(epochs)
        writer.write(",\"fingerprint\":")
        writer.write(hexadecimal: fingerprint.hash)
        writer.write(",\"hidden_nodes\":")
        writer.write(hiddenNodes)
        writer.write(",\"inputs_used\":")
        writer.write(inputsUsed)
        writer.write(",\"multiply_adds\":")
        writer.write(multiplyAdds)
        writer.write(",\"outcome\":")
        outcome.write(to: &writer)
        writer.write(",\"seconds\":")
        writer.write(seconds)
        writer.write(",\"test\":")
        writer.write(test)
        writer.write(",\"validation\":")
        writer.write(validation)
        writer.write("}")
    }

    /// Reads a report.
    package init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        try reader.pass("{\"biases\":")
        let biases = try reader.integer()
        try reader.pass(",\"connections\":")
        let connections = try reader.integer()
        let course = reader.take(",\"course\":") ? try TrainingCourse(plain: &reader) : nil
        try reader.pass(",\"cpu_seconds\":")
        let cpuSeconds = try reader.real()
        let curve = try Self.curve(from: &reader, mayBeMissing: course != nil)
        try reader.pass(",\"epochs\":")
        let epochs = try reader.integer()
        try reader.pass(",\"fingerprint\":")
        let fingerprint = Fingerprint(hash: try reader.hexadecimal())
        try reader.pass(",\"hidden_nodes\":")
        let hiddenNodes = try reader.integer()
        try reader.pass(",\"inputs_used\":")
        let inputsUsed = try reader.integer()
        try reader.pass(",\"multiply_adds\":")
        let multiplyAdds = try reader.integer()
        try reader.pass(",\"outcome\":")
        let outcome = try TrainingOutcome(plain: &reader)
        try reader.pass(",\"seconds\":")
        let seconds = try reader.real()
        try reader.pass(",\"test\":")
        let test = try reader.real()
        try reader.pass(",\"validation\":")
        let validation = try reader.real()
        try reader.pass("}")
        self.init(
            outcome: outcome, connections: connections, hiddenNodes: hiddenNodes,
            inputsUsed: inputsUsed, biases: biases, validation: validation, test: test,
            epochs: epochs, multiplyAdds: multiplyAdds, curve: curve, course: course,
            fingerprint: fingerprint, seconds: seconds, cpuSeconds: cpuSeconds)
    }

    private static func curve(
        from reader: inout PlainJSONReader, mayBeMissing: Bool
    ) throws(NotPlain) -> [GrowthPoint] {
        guard reader.take(",\"curve\":[") else {
            guard mayBeMissing else { throw NotPlain() }
            return []
        }
        var curve: [GrowthPoint] = []
        if reader.take("]") { return curve }
        repeat { curve.append(try GrowthPoint(plain: &reader)) } while reader.take(",")
        try reader.pass("]")
        return curve
    }
}

extension GrowthPoint {
    fileprivate func write(to writer: inout PlainJSONWriter) {
        writer.write("{\"check\":")
        writer.write(check)
        writer.write(",\"connections\":")
        writer.write(connections)
        writer.write(",\"epoch\":")
        writer.write(epoch)
        writer.write(",\"hidden_nodes\":")
        writer.write(hiddenNodes)
        writer.write(",\"multiply_adds\":")
        writer.write(multiplyAdds)
        writer.write(",\"phase\":")
        writer.write(word: phase.rawValue)
        writer.write(",\"validation\":")
        writer.write(validation)
        writer.write("}")
    }

    fileprivate init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        try reader.pass("{\"check\":")
        let check = try reader.integer()
        try reader.pass(",\"connections\":")
        let connections = try reader.integer()
        try reader.pass(",\"epoch\":")
        let epoch = try reader.integer()
        try reader.pass(",\"hidden_nodes\":")
        let hiddenNodes = try reader.integer()
        try reader.pass(",\"multiply_adds\":")
        let multiplyAdds = try reader.integer()
        let phase = try Self.phase(from: &reader)
        try reader.pass(",\"validation\":")
        let validation = try reader.real()
        try reader.pass("}")
        self.init(
            check: check, epoch: epoch, connections: connections, hiddenNodes: hiddenNodes,
            validation: validation, multiplyAdds: multiplyAdds, phase: phase)
    }

    private static func phase(
        from reader: inout PlainJSONReader
    ) throws(NotPlain) -> TrainingPhase {
        if reader.take(",\"phase\":\"grow\"") { return .grow }
        if reader.take(",\"phase\":\"thin\"") { return .thin }
        try reader.pass(",\"phase\":\"tune\"")
        return .tune
    }
}

extension TrainingOutcome {
    fileprivate func write(to writer: inout PlainJSONWriter) {
        switch self {
        case .reached: return writer.write("{\"reached\":{}}")
        case .censored(let cap):
            writer.write("{\"censored\":{\"cap\":")
            writer.write(cap)
        case .failed(let reason):
            writer.write("{\"failed\":{\"reason\":")
            reason.write(to: &writer)
        }
        writer.write("}}")
    }

    fileprivate init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        if reader.take("{\"reached\":{}}") {
            self = .reached
            return
        }
        if reader.take("{\"censored\":{\"cap\":") {
            self = .censored(cap: try reader.integer())
        } else {
            try reader.pass("{\"failed\":{\"reason\":")
            self = .failed(reason: try TrainingFailure(plain: &reader))
        }
        try reader.pass("}}")
    }
}

extension TrainingFailure {
    fileprivate func write(to writer: inout PlainJSONWriter) {
        switch self {
        case .diverged(let check):
            writer.write("{\"diverged\":{\"check\":")
            writer.write(check)
        case .targetMissed(let checks):
            writer.write("{\"target_missed\":{\"checks\":")
            writer.write(checks)
        case .fullyGrown(let connections):
            writer.write("{\"fully_grown\":{\"connections\":")
            writer.write(connections)
        case .exhausted(let multiplyAdds):
            writer.write("{\"exhausted\":{\"multiply_adds\":")
            writer.write(multiplyAdds)
        }
        writer.write("}}")
    }

    fileprivate init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        if reader.take("{\"target_missed\":{\"checks\":") {
            self = .targetMissed(checks: try reader.integer())
        } else if reader.take("{\"fully_grown\":{\"connections\":") {
            self = .fullyGrown(connections: try reader.integer())
        } else if reader.take("{\"exhausted\":{\"multiply_adds\":") {
            self = .exhausted(multiplyAdds: try reader.integer())
        } else {
            try reader.pass("{\"diverged\":{\"check\":")
            self = .diverged(check: try reader.integer())
        }
        try reader.pass("}}")
    }
}

extension TrainingCourse {
    fileprivate func write(to writer: inout PlainJSONWriter) {
        writer.write("{")
        if let best {
            writer.write("\"best\":")
            writer.write(best)
            writer.write(",")
        }
        if let grown {
            writer.write("\"grown\":")
            writer.write(grown)
            writer.write(",")
        }
        writer.write("\"peak\":")
        writer.write(peak)
        writer.write(",\"stages\":[")
        for index in stages.indices {
            writer.write(index > 0 ? ",[" : "[")
            writer.write(stages[index].round)
            writer.write(",")
            writer.write(stages[index].check)
            writer.write(",")
            writer.write(stages[index].connections)
            writer.write(",")
            writer.write(stages[index].isHeld)
            writer.write("]")
        }
        writer.write("]}")
    }

    fileprivate init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        try reader.pass("{")
        let best = reader.take("\"best\":") ? try reader.real() : nil
        if best != nil { try reader.pass(",") }
        let grown = reader.take("\"grown\":") ? try reader.integer() : nil
        if grown != nil { try reader.pass(",") }
        try reader.pass("\"peak\":")
        let peak = try reader.integer()
        try reader.pass(",\"stages\":[")
        var stages: [Stage] = []
        if !reader.take("]") {
            repeat { stages.append(try Self.stage(from: &reader)) } while reader.take(",")
            try reader.pass("]")
        }
        try reader.pass("}")
        self.init(best: best, grown: grown, peak: peak, stages: stages)
    }

    private static func stage(from reader: inout PlainJSONReader) throws(NotPlain) -> Stage {
        try reader.pass("[")
        let round = try reader.integer()
        try reader.pass(",")
        let check = try reader.integer()
        try reader.pass(",")
        let connections = try reader.integer()
        try reader.pass(",")
        let isHeld = try reader.truth()
        try reader.pass("]")
        return Stage(round: round, check: check, connections: connections, isHeld: isHeld)
    }
}
