import Datasets
import Randomness
import SparseLearning
import Testing
import Trials

/// The rows of a task: which they are, and which tasks share them.
@Suite struct RowPreparationTests {
    private static let rows = Dataset(
        featureNames: ["a"], features: (0..<50).map { Float($0 * $0) },
        targets: .classes(labels: (0..<50).map { $0 % 2 }, names: ["even", "odd"]))

    private static let usual = SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
    private static let folds = SplitPlan(folds: 5, test: 0.2, seed: Seed(rawValue: 1))

    private func task(
        _ plan: SplitPlan, seed: UInt64, scaling: String = "deviation"
    ) throws -> TrainingTask {
        TrainingTask(
            schedule: GrowthSchedule().setting(.inputScaling, to: .category(scaling)),
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "ab", count: 32))),
            split: plan, target: TargetScore(metric: .accuracy, value: 0.9),
            seed: Seed(rawValue: seed))
    }

    @Test func `trainings share their rows unless each seed has a split of its own`() throws {
        let first = try Self.rows.prepared(for: task(Self.usual, seed: 1))
        #expect(try Self.rows.prepared(for: task(Self.usual, seed: 2)) == first)
        let fold = try Self.rows.prepared(for: task(Self.folds, seed: 1))
        #expect(try Self.rows.prepared(for: task(Self.folds, seed: 1)) == fold)
        let other = try Self.rows.prepared(for: task(Self.folds, seed: 2))
        #expect(other.training != fold.training)
        #expect(other.test.targets == fold.test.targets)
    }

    @Test func `a task's rows have a name of their own only if other seeds have others`() throws {
        let names = try [1, 2].map { RowPreparation(of: try task(Self.usual, seed: $0)) }
        #expect(names[0] == names[1])
        let folds = try [1, 2].map { RowPreparation(of: try task(Self.folds, seed: $0)) }
        #expect(folds[0] != folds[1])
        #expect(names[0] != RowPreparation(of: try task(Self.usual, seed: 1, scaling: "range")))
    }

    @Test(arguments: [1, 2, 3])
    func `rows are scaled by the training rows of their own split`(seed: UInt64) throws {
        let task = try task(Self.folds, seed: seed)
        let rows = try Self.rows.prepared(for: task)
        let mean = rows.training.features.reduce(0, +) / Float(rows.training.rowCount)
        #expect(abs(mean) < 1e-6)
        let split = try Self.rows.split(Self.folds, training: Seed(rawValue: seed))
        let scale = try #require(try Self.rows.standardisation(for: task).features.first)
        #expect(scale == Self.rows.standardisation(split: split).features.first)
    }

    @Test func `only the rows that were used last are kept`() throws {
        var recent = RecentRows()
        var prepared: [UInt64] = []
        for seed: UInt64 in [1, 2, 1, 3, 1, 2, 2] {
            let task = try task(Self.folds, seed: seed)
            let rows = try recent.rows(for: task) {
                prepared.append(seed)
                return try Self.rows.prepared(for: task)
            }
            #expect(try rows == Self.rows.prepared(for: task))
            #expect(recent.count <= RecentRows.most)
        }
        #expect(prepared == [1, 2, 3, 2])
    }
}
