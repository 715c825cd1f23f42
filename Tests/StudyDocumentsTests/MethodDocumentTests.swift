import FoundationEssentials
import ScheduleSearch
import Studies
import StudyDocuments
import Testing
import Trials

/// The space of a config that names none, and those of known methods.
@Suite struct MethodDocumentTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "configs/methods")

    private static let methods = [
        "cascade", "fixed-start", "gradual-pruning", "growth", "iterative-pruning", "rigl", "set",
    ]

    private func text(of method: String) throws -> String {
        let file = Self.folder.appending(path: "\(method).yaml")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    @Test func `every method that is shipped is tested`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == Self.methods.map { "\($0).yaml" })
    }

    @Test(arguments: methods, LearningTask.allCases)
    func `a method is a region for any task, and says how to search it`(
        method: String, learning: LearningTask
    ) throws {
        let text = try text(of: method)
        let space = try MethodDocument.read(yaml: text, file: method, learning: learning)
        #expect(space.fixesIdle)
        #expect(space.dimensions.count >= 8)
        #expect(text.hasPrefix("# "))
        #expect(text.contains("\n#     espalier search configs/digits.yaml --method \(method)\n"))
        // Each parameter that a region varies means something in some of its schedules.
        let schedules = Self.schedules(of: space)
        for dimension in space.dimensions {
            #expect(schedules.contains { $0.means(dimension.parameter) })
        }
    }

    /// Those with which an evolution begins.
    private static func schedules(of space: SearchSpace) -> [GrowthSchedule] {
        var search = SearchSettings().makeStrategy(space: space)
        let standings = Standings(space: space)
        return (1...20).map { search.ask(for: TrialID(rawValue: $0), knowing: standings) }
    }

    @Test(arguments: ["fixed-start", "gradual-pruning", "iterative-pruning", "rigl", "set"])
    func `a method without growth trains to convergence and keeps its size`(
        method: String
    ) throws {
        let space = try MethodDocument.read(
            yaml: text(of: method), file: method, learning: .classification)
        #expect(space.base.growthLimit == 10)
        #expect(space.base.nodeInsertionRate == 0)
        #expect(space.base.mostRounds == 1)
        let patience = space.dimensions.first { $0.parameter == .patience }?.domain
        #expect(patience == .integer(range: 20...80, scale: .linear))
    }

    @Test(arguments: [
        ("space: {patience: {from: 9, to: 2}}", "m.yaml:1: space.patience.to is 2, expected"),
        ("\nspace:\n  patiense: 3", "m.yaml:3: space.patiense is not a known key, did you mean"),
        ("space: {optimizer: []}", "m.yaml:1: space.optimizer is an empty list, expected"),
        ("study: x", "m.yaml:1: study is not a known key"),
        ("", "m.yaml:1: space is missing, expected"),
    ])
    func `a region that is empty or wrong is refused with line and key`(
        text: String, complaint: String
    ) {
        let error = #expect(throws: ConfigError.self) {
            try MethodDocument.read(yaml: text, file: "m.yaml", learning: .classification)
        }
        #expect(error?.description.contains(complaint) == true)
    }

    @Test func `a config without a space searches what is useful, from the default schedule`()
        throws
    {
        let yaml = """
            study: s
            data: {generated: xor, split: shared}
            objective: {accuracy: 1}
            budget: {trials: 1}
            """
        let space = try StudyConfig(yaml: yaml, file: "s.yaml").space
        #expect(space.base == GrowthSchedule())
        #expect(space.contains(GrowthSchedule()))
        #expect(space.fixesIdle)
        #expect(space.dimensions.count == 29)
    }
}
