import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

@Suite struct ThinningTests {
    private let schedule = GrowthSchedule().setting(.thinning, to: .category("activation"))

    private func train(
        _ schedule: GrowthSchedule,
        _ dataset: PreparedDataset = .clouds,
        metric: ScoreMetric = .accuracy,
        target: Double = 0.9,
        limits: TrainingLimits = TrainingLimits(),
        cap: Int? = nil
    ) throws -> TrainedNetwork {
        try #require(
            GrowthTrainer(
                task: TrainingTask(
                    schedule,
                    metric: metric,
                    target: target,
                    limits: limits,
                    cap: cap
                ),
                dataset: dataset
            ).train()
        )
    }

    /// The fewest connections that two checks in a row confirmed, in growth or in tuning.
    private func fewestHeld(in curve: [GrowthPoint], target: Double) -> Int? {
        zip(curve, curve.dropFirst()).filter { first, second in
            first.phase == second.phase && first.phase != .thin
                && first.connections == second.connections
                && first.validation >= target && second.validation >= target
        }.map(\.1.connections).min()
    }

    @Test func `the result is the smallest network that confirmed the target`() throws {
        let trained = try train(schedule)
        let report = trained.report
        #expect(report.outcome == .reached)
        #expect(report.connections == fewestHeld(in: report.curve, target: 0.9))
        #expect(report.validation >= 0.9)
        #expect(trained.network.violations.isEmpty)
        #expect(trained.network.connectionCount == report.connections)
        #expect(trained.network.liveSize.connections == report.connections)
        #expect(trained.network.hiddenCount == report.hiddenNodes)
    }

    @Test func `the network is the one that was checked, bit for bit`() throws {
        let report = try train(schedule).report
        let scores = report.curve.filter {
            $0.phase == .tune && $0.connections == report.connections
        }.map(\.validation)
        #expect(scores.contains(report.validation))
    }

    @Test func `thinning begins where growth alone ends, and saves connections`() throws {
        let grown = try train(.growthOnly).report
        let thinned = try train(schedule.setting(.overshoot, to: .real(1))).report
        let growth = thinned.curve.prefix { $0.phase == .grow }
        #expect(Array(growth) == grown.curve)
        #expect(thinned.connections < grown.connections)
        #expect(thinned.multiplyAdds > grown.multiplyAdds)
    }

    @Test(arguments: ["target", "steps"])
    func `averaging changes only the result of tuning`(end: String) throws {
        let tuned = schedule.setting(.tuningEnd, to: .category(end))
        let plain = try train(tuned).report
        let trained = try train(tuned.setting(.averagingShare, to: .real(0.5)))
        let report = trained.report
        func untuned(_ report: TrainingReport) -> [GrowthPoint] {
            Array(report.curve.prefix { $0.phase != .tune })
        }
        #expect(untuned(report) == untuned(plain))
        #expect(report.curve != plain.curve)
        #expect(report.outcome == .reached)
        let held = report.curve.filter {
            $0.phase == .tune && $0.connections == report.connections
        }
        #expect(held.map(\.validation).contains(report.validation))
        #expect(report.connections == fewestHeld(in: report.curve, target: 0.9))
        #expect(trained.network.violations.isEmpty)
    }

    @Test func `thinning stops at its goal`() throws {
        let free = try train(schedule).report
        let goal = free.connections + 3
        let bounded = try train(schedule.setting(.thinningGoal, to: .integer(goal))).report
        #expect(bounded.outcome == .reached)
        #expect(bounded.curve.filter { $0.phase == .tune }.allSatisfy { $0.connections >= goal })
    }

    @Test func `tuning can last all its steps`() throws {
        let long = schedule.setting(.tuningEnd, to: .category("steps"))
        func tuned(_ report: TrainingReport) -> Int { report.curve.count { $0.phase == .tune } }
        let patient = try train(long).report
        #expect(patient.outcome == .reached)
        #expect(tuned(patient) > tuned(try train(schedule).report))
    }

    @Test func `a network that reached its limit is thinned, and may reach the target`() throws {
        // It grows at every second check, with steps too small to learn by then.
        let hasty = schedule.setting(.learningRate, to: .real(0.0003))
            .setting(.patience, to: .integer(1)).setting(.minimumImprovement, to: .real(0.5))
            .setting(.incrementSize, to: .real(1)).setting(.growthLimit, to: .integer(40))
        let alone = try train(hasty.setting(.thinning, to: .category("none"))).report
        guard case .failed(.fullyGrown) = alone.outcome else {
            Issue.record("growth alone ended with \(alone.outcome)")
            return
        }
        let rescued = try train(hasty.setting(.thinningLearningRate, to: .real(20))).report
        #expect(rescued.outcome == .reached)
        #expect(rescued.connections <= 40 && rescued.validation >= 0.9)
    }

    @Test func `an unreachable target fails as fully grown, after thinning was tried`() throws {
        let report = try train(
            schedule.setting(.growthLimit, to: .integer(20)), target: 1
        ).report
        guard case .failed(.fullyGrown(let connections)) = report.outcome else {
            Issue.record("\(report.outcome)")
            return
        }
        #expect(connections <= 20)
        #expect(report.curve.contains { $0.phase == .tune })
    }

    @Test func `the overshoot grows past the target before thinning begins`() throws {
        let report = try train(schedule.setting(.overshoot, to: .real(3))).report
        let growth = Array(report.curve.prefix { $0.phase == .grow })
        let target = try #require(
            zip(growth, growth.dropFirst()).first {
                $0.validation >= 0.9 && $1.validation >= 0.9
            }?.1.connections
        )
        #expect(try #require(growth.last).connections >= 3 * target)
        #expect(report.connections <= target)
    }

    @Test func `connections only fall in thinning and stay in tuning`() throws {
        let curve = try train(schedule.setting(.dropFraction, to: .real(0))).report.curve
        for (before, after) in zip(curve, curve.dropFirst()) where before.phase == after.phase {
            switch after.phase {
            case .grow: #expect(before.connections <= after.connections)
            case .thin: #expect(before.connections >= after.connections)
            case .tune: #expect(before.hiddenNodes == after.hiddenNodes)
            }
        }
        #expect(Set(curve.map(\.phase)) == [.grow, .thin, .tune])
    }

    @Test func `a limit reached in thinning keeps the smallest network so far`() throws {
        let whole = try train(schedule).report
        let growth = whole.curve.count { $0.phase == .grow }
        let limit = (growth + whole.curve.count) / 2
        let cut = try train(schedule, limits: TrainingLimits(checks: limit)).report
        #expect(cut.outcome == .reached)
        #expect(cut.curve == Array(whole.curve.prefix(limit)))
        #expect(cut.connections >= whole.connections)
        #expect(cut.connections == fewestHeld(in: cut.curve, target: 0.9))
    }

    @Test func `a missed target is missed with thinning, too`() throws {
        let report = try train(schedule, target: 1, limits: TrainingLimits(checks: 9)).report
        #expect(report.outcome == .failed(reason: .targetMissed(checks: 9)))
    }

    @Test func `two spirals are thinned, though they need large weights`() throws {
        let spirals = PreparedDataset(shared: Puzzle.twoSpirals())
        func connections(_ schedule: GrowthSchedule) throws -> Int {
            let task = TrainingTask(schedule, target: 1, sharesRows: true)
            let report = try #require(GrowthTrainer(task: task, dataset: spirals).train()?.report)
            #expect(report.outcome == .reached)
            return report.connections
        }
        #expect(try connections(schedule) < connections(.growthOnly))
    }

    static let schedules = ["activation", "magnitude"].flatMap { criterion in
        ["adam", "momentum"].map { optimizer in
            GrowthSchedule().setting(.thinning, to: .category(criterion))
                .setting(.optimizer, to: .category(optimizer))
                .setting(
                    .growthCriterion, to: .category(optimizer == "adam" ? "gradient" : "random")
                )
                .setting(.overshoot, to: .real(2)).setting(.dropFraction, to: .real(0.3))
                .setting(.averagingShare, to: .real(optimizer == "adam" ? 0.5 : 0))
        }
    }

    @Test(
        .enabled(if: InstructionSet.best != .baseline, "this processor has one instruction set"),
        arguments: schedules)
    func `every instruction set thins to the same bits`(schedule: GrowthSchedule) throws {
        let task = TrainingTask(schedule, metric: .nrmse, target: 0.35)
        let found = [InstructionSet.baseline, .best].compactMap {
            GrowthTrainer(task: task, dataset: .surface, instructionSet: $0).train()
        }
        try #require(found.count == 2)
        #expect(found.allSatisfy { $0.report == found[0].report })
        #expect(found.allSatisfy { $0.network == found[0].network })
        #expect(found[0].report.outcome == .reached)
        #expect(found[0].report.curve.contains { $0.phase == .tune })
    }

    @Test func `a chain that fails beyond its cap ends there, with the smallest network so far`()
        throws
    {
        let whole = try train(schedule).report
        let capped = try train(schedule, cap: 1).report
        #expect(capped.outcome == .censored(cap: 1))
        #expect(capped.connections >= whole.connections)
        #expect(capped.curve.count < whole.curve.count)
        #expect(capped.curve == Array(whole.curve.prefix(capped.curve.count)))
        #expect(try train(schedule, cap: 10_000).report == whole)
    }

    @Test func `a cap lowered late in a chain gives the same report as a cap from the start`()
        throws
    {
        let whole = try train(schedule).report
        let cap = 1
        let early = try train(schedule, cap: cap)
        #expect(early.report.outcome == .censored(cap: cap))
        for moment in [early.report.curve.count + 1, whole.curve.count] {
            let late = GrowthTrainer(
                task: TrainingTask(schedule, target: 0.9), dataset: .clouds
            ).train { .proceed(cap: $0.check == moment ? cap : nil) }
            #expect(late?.report == early.report)
            #expect(late?.network == early.network)
        }
    }

    @Test func `a cap ends only the second of two rounds, whenever it comes`()
        throws
    {
        let twice = schedule.setting(.secondGrowth, to: .category("keep"))
        let whole = try train(twice).report
        let early = try train(twice, cap: 1).report
        #expect(early.outcome == .censored(cap: 1))
        let phases = early.curve.map(\.phase)
        #expect(phases.drop { $0 == .grow }.contains(.grow), "there is no second round")
        let late = GrowthTrainer(task: TrainingTask(twice, target: 0.9), dataset: .clouds)
            .train { .proceed(cap: $0.check == whole.curve.count ? 1 : nil) }
        #expect(late?.report == early)
    }
}
