import FoundationEssentials
import PlainJSON
import Randomness
import Testing
import Trials

/// What comes with every trial is written and read as plain JSON.
///
/// It must write what `JSONEncoder` writes, and read what `JSONDecoder` reads.
@Suite struct PlainJSONTests {
    private static let seeds: [UInt64] = [1, 2, 3]

    @Test(arguments: seeds)
    func `tasks and reports are written as by the encoder`(seed: UInt64) throws {
        var dice = Seed(rawValue: seed).generator()
        for _ in 0..<300 {
            let task = try Self.task(&dice)
            #expect(try Fixtures.text(task) == Self.text(task))
            let report = Self.report(&dice)
            #expect(try Fixtures.text(report) == Self.text(report))
        }
    }

    @Test(arguments: seeds)
    func `what was written is read back`(seed: UInt64) throws {
        var dice = Seed(rawValue: seed).generator()
        for _ in 0..<300 {
            let task = try Self.task(&dice)
            #expect(try Self.readTask(Array(Fixtures.text(task).utf8)) == task)
            let report = Self.report(&dice)
            #expect(try Self.readReport(Array(Fixtures.text(report).utf8)) == report)
        }
    }

    @Test func `only a report that has a course is read without its curve`() throws {
        var dice = Seed(rawValue: 4).generator()
        for _ in 0..<100 {
            let report = Self.report(&dice)
            let text = Self.text { walk in
                _ = try TrainingReport(&walk, report, leavingOutCurve: true)
            }
            let (plain, decoded) = (
                try? Self.readReport(Array(text.utf8)),
                try? Fixtures.value(TrainingReport.self, from: text)
            )
            let expected = report.course.map { report.withCurve([], course: $0) }
            #expect(plain == expected && decoded == expected)
        }
    }

    @Test(arguments: seeds)
    func `a damaged text is read as the decoder reads it, or not at all`(seed: UInt64) throws {
        var dice = Seed(rawValue: seed).generator()
        let texts = (
            task: Array(try Fixtures.text(Self.task(&dice)).utf8),
            report: Array(try Fixtures.text(Self.report(&dice)).utf8)
        )
        var read = 0
        for _ in 0..<20_000 {
            let task = Self.damaged(texts.task, &dice)
            if let plain = try? Self.readTask(task) {
                read += 1
                #expect(try JSONDecoder().decode(TrainingTask.self, from: Data(task)) == plain)
            }
            let report = Self.damaged(texts.report, &dice)
            if let plain = try? Self.readReport(report) {
                read += 1
                #expect(
                    try JSONDecoder().decode(TrainingReport.self, from: Data(report)) == plain)
            }
        }
        #expect(read > 100)
    }

    @Test(arguments: [
        0.1 + 0.2, 1e15, 9_007_199_254_740_992, 18_014_398_509_481_984, 1e16, 1e22, 1e-5, 123e-7,
        .leastNonzeroMagnitude,
        .greatestFiniteMagnitude, -0.0, -1, -1.5, 4e9,
        0.000_123_456_789_012_345_67,
    ])
    func `a number is written as by the encoder and read as by the decoder`(number: Double) throws {
        let text = try Fixtures.text(number)
        var writer = PlainJSONWriter()
        writer.write(number)
        #expect(text == String(decoding: writer.bytes, as: UTF8.self))
        var reader = PlainJSONReader(Array(text.utf8))
        if let read = try? reader.real(), (try? reader.end()) != nil { #expect(read == number) }
    }

    private static func text<Form: PlainForm>(_ value: Form) -> String {
        text { walk in _ = try Form(&walk, value) }
    }

    private static func text(_ body: (inout FieldWalk) throws -> Void) -> String {
        String(decoding: FieldWalk.write(capacity: 0, body), as: UTF8.self)
    }

    private static func readTask(_ text: [UInt8]) throws -> TrainingTask {
        try FieldWalk.read(text) { walk in try TrainingTask(&walk, nil) }
    }

    private static func readReport(_ text: [UInt8]) throws -> TrainingReport {
        try FieldWalk.read(text) { walk in try TrainingReport(&walk, nil) }
    }

    private static func damaged(_ text: [UInt8], _ dice: inout PhiloxGenerator) -> [UInt8] {
        var text = text
        let position = dice.integer(below: text.count)
        let plausible = Array("0123456789.-+eE,:{}[]\" \\aZ".utf8)
        switch dice.integer(below: 4) {
        case 0: text[position] = plausible[dice.integer(below: plausible.count)]
        case 1: text.insert(plausible[dice.integer(below: plausible.count)], at: position)
        case 2: text.remove(at: position)
        default: text[position] = UInt8(dice.integer(below: 256))
        }
        return text
    }
}

/// Random values.
extension PlainJSONTests {
    private static func task(_ dice: inout PhiloxGenerator) throws -> TrainingTask {
        let digest = try #require(DatasetDigest(rawValue: String(repeating: "0a", count: 32)))
        return TrainingTask(
            schedule: schedule(&dice), dataset: digest,
            split: split(&dice),
            target: TargetScore(metric: dice.chance(0.5) ? .accuracy : .nrmse, value: dice.unit()),
            seed: Seed(rawValue: dice.next()),
            limits: TrainingLimits(
                checks: dice.integer(below: 20_000) + 1, multiplyAdds: count(&dice) + 1,
                connections: dice.integer(below: 20_000) + 1),
            cap: dice.chance(0.5) ? dice.integer(below: 5000) : nil)
    }

    private static func split(_ dice: inout PhiloxGenerator) -> SplitPlan {
        let seed = Seed(rawValue: dice.next())
        return dice.chance(0.5)
            ? SplitPlan(folds: 2 + dice.integer(below: 19), test: dice.unit(), seed: seed)
            : SplitPlan(
                validation: dice.unit(), test: 0.25, seed: seed, sharesRows: dice.chance(0.5))
    }

    /// Values from the whole legal ranges, including their ends.
    private static func schedule(_ dice: inout PhiloxGenerator) -> GrowthSchedule {
        ScheduleParameter.allCases.reduce(GrowthSchedule()) { schedule, parameter in
            guard dice.chance(0.7) else { return schedule }
            let unit = dice.chance(0.2) ? (dice.chance(0.5) ? 0 : 1) : dice.unit()
            let value: ParameterValue =
                switch parameter.definition.domain {
                case .real(let range, _):
                    .real(range.lowerBound + unit * (range.upperBound - range.lowerBound))
                case .integer(let range, _): .integer(range.lowerBound + dice.integer(below: 9))
                case .category(let choices): .category(choices[dice.integer(below: choices.count)])
                }
            guard parameter.definition.domain.contains(value) else { return schedule }
            return schedule.setting(parameter, to: value)
        }
    }

    private static func report(_ dice: inout PhiloxGenerator) -> TrainingReport {
        let outcomes: [TrainingOutcome] = [
            .reached, .censored(cap: count(&dice)), .failed(reason: .diverged(check: 3)),
            .failed(reason: .targetMissed(checks: count(&dice))),
            .failed(reason: .fullyGrown(connections: count(&dice))),
            .failed(reason: .exhausted(multiplyAdds: count(&dice))),
        ]
        let phases: [TrainingPhase] = [.grow, .thin, .tune]
        let curve = (0..<dice.integer(below: 4)).map { check in
            GrowthPoint(
                check: check, epoch: count(&dice), connections: count(&dice), hiddenNodes: 3,
                validation: score(&dice), multiplyAdds: count(&dice),
                phase: phases[dice.integer(below: 3)])
        }
        return TrainingReport(
            outcome: outcomes[dice.integer(below: outcomes.count)], connections: count(&dice),
            hiddenNodes: 0, inputsUsed: count(&dice), biases: 4, validation: score(&dice),
            test: score(&dice), epochs: 5, multiplyAdds: count(&dice), curve: curve,
            course: dice.chance(0.5) ? course(&dice) : nil,
            fingerprint: Fingerprint(hash: dice.next()), seconds: 1000 * dice.unit(),
            cpuSeconds: dice.unit())
    }

    private static func course(_ dice: inout PhiloxGenerator) -> TrainingCourse {
        TrainingCourse(
            best: dice.chance(0.8) ? score(&dice) : nil, grown: dice.chance(0.5) ? 118 : nil,
            peak: count(&dice),
            stages: (0..<dice.integer(below: 4)).map { check in
                .init(
                    round: 1, check: check, connections: count(&dice), isHeld: dice.chance(0.5))
            })
    }

    /// A whole number of any length.
    private static func count(_ dice: inout PhiloxGenerator) -> Int {
        Int(dice.next() >> UInt64(14 + dice.integer(below: 50)))
    }

    /// A number of any size and length: accuracies, errors, and numbers far larger.
    private static func score(_ dice: inout PhiloxGenerator) -> Double {
        switch dice.integer(below: 4) {
        case 0: Double(dice.integer(below: 1000)) / 1000
        case 1: Double(dice.integer(below: 360)) / 360
        case 2: Double(dice.integer(below: 3)) - 1
        default: (dice.unit() - 0.5) * [1e-12, 1e-3, 1e3, 1e12][dice.integer(below: 4)]
        }
    }
}
