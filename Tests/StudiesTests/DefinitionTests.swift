import FoundationEssentials
import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

@Suite struct DefinitionTests {
    private func text(_ split: SplitPlan) throws -> String {
        let definition = StudyDefinition(
            name: "small",
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "ab", count: 32))),
            learning: .classification, split: split,
            target: TargetScore(metric: .accuracy, value: 0.9), space: SearchSpace(dimensions: []))
        return String(decoding: try JSONEncoder().encode(definition), as: UTF8.self)
    }

    private func split(of text: String) throws -> SplitPlan {
        try JSONDecoder().decode(StudyDefinition.self, from: Data(text.utf8)).split
    }

    @Test func `a journal names folds only if there are some, and reads them back`() throws {
        let shares = SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        #expect(try !text(shares).contains("folds"))
        #expect(try split(of: text(shares)) == shares)
        let folds = SplitPlan(folds: 5, test: 0.2, seed: Seed(rawValue: 1))
        #expect(try split(of: text(folds)) == folds)
    }

    @Test(arguments: [-1, 0, 1, 21])
    func `a journal with folds out of bounds is refused`(count: Int) throws {
        let text = try text(SplitPlan(folds: 5, test: 0.2, seed: Seed(rawValue: 1)))
        let damaged = text.replacing("\"folds\":5", with: "\"folds\":\(count)")
        #expect(damaged != text)
        #expect(throws: DecodingError.self) { try split(of: damaged) }
    }
}
