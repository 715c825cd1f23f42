import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

@Suite struct SecondGrowthTests {
    private func train(
        _ start: String,
        seed: UInt64 = 1,
        limits: TrainingLimits = TrainingLimits(),
        _ set: InstructionSet = .best,
        _ change: (GrowthSchedule) -> GrowthSchedule = { $0 }
    ) throws -> TrainedNetwork {
        let schedule = change(GrowthSchedule().setting(.secondGrowth, to: .category(start)))
        let task = TrainingTask(schedule, target: 0.9, seed: seed, limits: limits)
        let trainer = GrowthTrainer(task: task, dataset: .clouds, instructionSet: set)
        return try #require(trainer.train())
    }

    private static let starts = ["keep", "rewind", "reinitialise"]

    @Test(arguments: starts)
    func `the compact network grows and is thinned again`(start: String) throws {
        let once = try train("none").report
        let twice = try train(start)
        let curve = twice.report.curve
        #expect(Array(curve.prefix(once.curve.count)) == once.curve)
        let second = Array(curve.dropFirst(once.curve.count))
        let first = try #require(second.first)
        #expect(first.phase == .grow)
        #expect(first.connections == once.connections)
        #expect(first.hiddenNodes == once.hiddenNodes)
        let growth = second.prefix { $0.phase == .grow }
        #expect(growth.count >= 2 && growth.count < second.count)
        #expect(second.map(\.check) == Array((once.curve.count + 1)...curve.count))
        #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.multiplyAdds < $1.multiplyAdds })
        #expect(twice.report.outcome == .reached)
        #expect(twice.network.violations.isEmpty)
    }

    @Test(arguments: starts)
    func `the smaller result counts, and some are smaller`(start: String) throws {
        var smaller = 0
        for seed in UInt64(1)...6 {
            let once = try train("none", seed: seed).report
            let twice = try train(start, seed: seed)
            #expect(twice.report.connections <= once.connections)
            #expect(twice.report.validation >= 0.9)
            #expect(twice.network.connectionCount == twice.report.connections)
            smaller += twice.report.connections < once.connections ? 1 : 0
        }
        #expect(smaller > 0)
    }

    /// Without an overshoot, an unlucky second growth would become larger than the first.
    @Test func `the second growth becomes no larger than the first`() throws {
        let schedule = GrowthSchedule().setting(.overshoot, to: .real(1))
            .setting(.secondGrowth, to: .category("reinitialise"))
        let spirals = PreparedDataset(shared: Puzzle.twoSpirals())
        for seed in UInt64(1)...3 {
            let task = TrainingTask(schedule, target: 1, seed: seed, sharesRows: true)
            let curve = try #require(GrowthTrainer(task: task, dataset: spirals).train())
                .report.curve
            let first = curve.prefix { $0.phase == .grow }
            let peak = first.map(\.connections).max() ?? 0
            #expect(curve.allSatisfy { $0.connections <= peak })
            #expect(curve.last.map { $0.connections < peak } == true)
        }
    }

    @Test func `the start of the second growth changes the result`() throws {
        // Initial connections get their initial weights again; connections that grew get new random
        // ones.
        let fingerprints = try Self.starts.map {
            try train($0) { $0.setting(.initialDensity, to: .real(0.8)) }.report.fingerprint
        }
        #expect(Set(fingerprints).count == 3)
    }

    @Test func `a limit reached in the second growth keeps the first result`() throws {
        let once = try train("none").report
        let limit = once.curve.count + 1
        let cut = try train("reinitialise", limits: TrainingLimits(checks: limit)).report
        #expect(cut.outcome == .reached)
        #expect(cut.curve.count == limit)
        #expect(cut.connections == once.connections)
        #expect(cut.validation == once.validation)
    }

    @Test func `there is no second growth without thinning, or once its goal is reached`() throws {
        let goal = try train("none").report.connections + 5
        let changes: [(GrowthSchedule) -> GrowthSchedule] = [
            { $0.setting(.thinning, to: .category("none")) },
            { $0.setting(.thinningGoal, to: .integer(goal)) },
        ]
        for change in changes {
            #expect(
                try train("keep", .best, change).report.curve
                    == train("none", .best, change).report.curve)
        }
    }

    @Test(
        .enabled(if: InstructionSet.best != .baseline, "this processor has one instruction set"),
        arguments: starts)
    func `every instruction set gives the same report`(start: String) throws {
        let found = try [InstructionSet.baseline, .best].map { try train(start, $0) }
        #expect(found.allSatisfy { $0.report == found[0].report })
        #expect(found.allSatisfy { $0.network == found[0].network })
    }
}
