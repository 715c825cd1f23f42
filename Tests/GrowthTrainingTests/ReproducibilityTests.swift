import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

@Suite struct ReproducibilityTests {
    private static func schedule(
        _ words: [(ScheduleParameter, String)],
        start: Int = 0,
        batch: Int = 64
    ) -> GrowthSchedule {
        var schedule = GrowthSchedule.growthOnly.setting(.batchSize, to: .integer(batch))
            .setting(.initialHiddenNodes, to: .integer(start)).setting(.patience, to: .integer(1))
        for (parameter, word) in words {
            schedule = schedule.setting(parameter, to: .category(word))
        }
        return schedule
    }

    static let schedules = [
        schedule([]),
        schedule([(.activation, "relu"), (.optimizer, "momentum")], batch: 100),
        schedule([(.growthCriterion, "random"), (.nodeWiring, "random")], start: 3, batch: 20),
        schedule([(.growthCriterion, "random"), (.activation, "relu")], start: 5),
        schedule([(.optimizer, "momentum"), (.nodeWiring, "random")], batch: 300),
        schedule([(.nodeWiring, "residual"), (.nodePlacement, "cascade"), (.activation, "leaky")]),
        schedule([
            (.activation, "leaky"), (.optimizer, "momentum"), (.classWeighting, "balanced"),
        ])
        .setting(.inputDropout, to: .real(0.1)).setting(.lasso, to: .real(0.001))
        .setting(.gradientClipping, to: .real(1.5)).setting(.warmUpSteps, to: .integer(30))
        .setting(.growthDropFraction, to: .real(0.2))
        .setting(.explorationShare, to: .real(0.5)).setting(.scoreSamples, to: .integer(100)),
        schedule([(.activation, "relu"), (.classSampling, "balanced")], batch: 32)
            .setting(.inputNoise, to: .real(0.3)).setting(.inputDropout, to: .real(0.05))
            .setting(.growthDropFraction, to: .real(0.3))
            .setting(.growthRewiringInterval, to: .integer(15))
            .setting(.rewiringBatches, to: .integer(4)),
    ]

    private func reports(_ task: TrainingTask, _ dataset: PreparedDataset) -> [TrainingReport] {
        [InstructionSet.baseline, .best].compactMap {
            GrowthTrainer(task: task, dataset: dataset, instructionSet: $0).train()?.report
        }
    }

    /// The sets between them are compared where they do the same, in SparseNetworksTests.
    private static let manySets = ConditionTrait.enabled(
        if: InstructionSet.best != .baseline, "this processor has one instruction set")

    @Test(manySets, arguments: schedules)
    func `every instruction set gives the same report for classes`(schedule: GrowthSchedule) {
        let limits = TrainingLimits(checks: 250, connections: 150)
        let found = reports(TrainingTask(schedule, target: 1, limits: limits), .clouds)
        #expect(found.count == 2 && found.first == found.last)
        #expect(found[0].hiddenNodes > 0)
    }

    @Test(manySets, arguments: schedules)
    func `every instruction set gives the same report for values`(schedule: GrowthSchedule) {
        let limits = TrainingLimits(checks: 250, connections: 150)
        let found = reports(
            TrainingTask(schedule, metric: .nrmse, target: 0.01, limits: limits),
            .surface
        )
        #expect(found.count == 2 && found.first == found.last)
        #expect(found[0].connections > 5)
    }

    @Test func `a task gives the same report twice, and another seed another report`() {
        let task = TrainingTask(target: 0.9)
        let first = GrowthTrainer(task: task, dataset: .clouds).train()?.report
        let second = GrowthTrainer(task: task, dataset: .clouds).train()?.report
        #expect(first != nil)
        #expect(first == second)
        let other = GrowthTrainer(task: TrainingTask(target: 0.9, seed: 2), dataset: .clouds)
        #expect(other.train()?.report.fingerprint != first?.fingerprint)
    }

    /// Fails if a change, intended or not, changes the results of trainings.
    ///
    /// Old journals could then no longer be verified. The schedule names every value, so that
    /// defaults may change.
    @Test func `a small training has its known fingerprint`() {
        let schedule = GrowthSchedule.growthOnly.setting(.activation, to: .category("tanh"))
            .setting(.initialDensity, to: .real(0.02)).setting(.incrementSize, to: .real(0.2))
            .setting(.patience, to: .integer(3)).setting(.minimumImprovement, to: .real(0.005))
            .setting(.nodeInsertionRate, to: .real(0.5)).setting(.nodeFanIn, to: .integer(4))
            .setting(.learningRate, to: .real(0.01)).setting(.learningRateDecay, to: .real(0.6))
            .setting(.maximumEpochs, to: .integer(2000))
        let task = TrainingTask(schedule, target: 1, limits: TrainingLimits(connections: 80))
        let report = GrowthTrainer(task: task, dataset: .clouds).train()?.report
        #expect(report?.fingerprint.rawValue == "0b2ba4bfda9fcf36")
        #expect(report?.connections == 80)
    }
}
