import Testing

@Suite struct PurityTests {
    @Test(arguments: Repository.sources)
    func `a source keeps to the rules of its part of the house`(file: SourceFile) {
        expectNone(HouseRules.violations(in: file))
    }

    @Test(arguments: HouseRules.ground)
    func `a planted impurity is found in a ground room and nowhere else`(rule: Rule) {
        let text = "let first = 1\n" + rule.planted + "\n"
        let below = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
        let above = SourceFile(path: "Sources/espalier/Planted.swift", text: text)
        let found = HouseRules.violations(in: below)
        #expect(found.contains { $0.line == 2 && $0.finding == "`\(rule.banned)`" })
        #expect(HouseRules.violations(in: above).isEmpty)
    }

    @Test(arguments: HouseRules.everywhere + HouseRules.unchecked + [HouseRules.printing])
    func `a planted violation is found in every kind of file`(rule: Rule) {
        for folder in ["Sources/Trials", "Sources/StudyStore", "Tests/TrialsTests"] {
            let file = SourceFile(path: "\(folder)/Planted.swift", text: "\n\n" + rule.planted)
            let found = HouseRules.violations(in: file).filter { $0.line == 3 }
            #expect(found.map(\.finding) == ["`\(rule.banned)`"])
        }
    }

    @Test(arguments: HouseRules.ground + HouseRules.everywhere)
    func `prose may name what code may not`(rule: Rule) {
        let words = rule.planted.replacing("\n", with: " ").replacing("\"", with: "")
        var prose = "let words = \"\(words)\"\nlet more = \"\"\"\n    \(words)\n    \"\"\"\n"
        if rule.form != .wordsOrComment { prose += "// \(words)\n/* \(words) */" }
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: prose)
        #expect(HouseRules.violations(in: file).isEmpty)
    }

    @Test func `a violation inside an interpolation is found`() {
        let text = #"let line = "at \(ContinuousClock.now) of \("print(")" + rows.shuffled()"#
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
        #expect(
            HouseRules.violations(in: file).map(\.finding)
                == ["`ContinuousClock`", "`.now`", "`.shuffled()`"]
        )
    }

    @Test func `namesakes are not violations`() {
        let text = """
            let update = schedule.update(time: 3).nowhere
            func time(of trial: TrialID) -> Instant { times.time(of: trial) }
            let pick = Int.random(in: 0..<rows.count(of: 2), using: &generator)
            let task: TrainingTask = sprint(blueprint(of: asyncronous))
            """
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
        #expect(HouseRules.violations(in: file).isEmpty)
    }

    @Test func `only ZeroMQ may promise what the compiler cannot check and must say why`() {
        let bare = "final class Context: @unchecked Sendable {}"
        let excused = "// libzmq contexts are thread safe.\n" + bare
        func findings(_ room: String, _ text: String) -> Int {
            let file = SourceFile(path: "Sources/\(room)/Planted.swift", text: text)
            return HouseRules.violations(in: file).count
        }
        #expect(findings("ZeroMQ", excused) == 0)
        #expect(findings("ZeroMQ", bare) == 1)
        #expect(findings("WorkerProcess", excused) == 1)
    }

    @Test(arguments: ["FileUtils", "StringHelper", "StudyManager"])
    func `a file name that says nothing is found`(name: String) {
        let file = SourceFile(path: "Sources/Trials/\(name).swift", text: "")
        #expect(HouseRules.violations(in: file).count == 1)
    }

    @Test func `C code is held to the rules of the ground floor`() {
        let text = "char quote = '\"';\nlong now = time(0);\n"
        let file = SourceFile(path: "Sources/CSparseKernels/planted.c", text: text)
        #expect(HouseRules.violations(in: file).map(\.line) == [2])
    }
}
