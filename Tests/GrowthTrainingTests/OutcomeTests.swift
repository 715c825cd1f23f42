import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

@Suite struct OutcomeTests {
    private func train(
        _ task: TrainingTask,
        _ dataset: PreparedDataset,
        observing: (GrowthPoint) -> TrainingDecision = { _ in .proceed(cap: nil) }
    ) throws -> TrainedNetwork {
        let trained = GrowthTrainer(task: task, dataset: dataset).train(observing: observing)
        return try #require(trained)
    }

    private func isSound(_ trained: TrainedNetwork) -> Bool {
        let report = trained.report
        let numbers = [report.validation, report.test] + report.curve.map(\.validation)
        return numbers.allSatisfy(\.isFinite) && trained.network.violations.isEmpty
            && trained.network.connectionCount == report.connections
            && trained.network.liveSize.connections == report.connections
            && trained.network.hiddenCount == report.hiddenNodes
            && report.seconds == 0 && report.cpuSeconds == 0
    }

    @Test func `a target is reached by two checks in a row`() throws {
        let trained = try train(TrainingTask(target: 0.9), .clouds)
        let curve = trained.report.curve
        let hits = curve.map { $0.validation >= 0.9 }
        #expect(trained.report.outcome == .reached)
        #expect(hits.suffix(2) == [true, true])
        #expect(!zip(hits.dropLast(), hits.dropLast().dropFirst()).contains { $0 && $1 })
        #expect(trained.report.connections == curve.last?.connections)
        #expect(trained.report.validation == curve.last?.validation)
        #expect(isSound(trained))
    }

    @Test func `an error target is reached from above`() throws {
        let trained = try train(TrainingTask(metric: .nrmse, target: 0.3), .surface)
        #expect(trained.report.outcome == .reached)
        #expect(trained.report.validation <= 0.3)
        #expect(trained.report.hiddenNodes > 0)
        #expect(isSound(trained))
    }

    @Test func `the counts of a curve increase`() throws {
        let curve = try train(TrainingTask(target: 0.9), .clouds).report.curve
        #expect(curve.map(\.check) == Array(1...curve.count))
        for (before, after) in zip(curve, curve.dropFirst()) {
            #expect(before.connections <= after.connections)
            #expect(before.multiplyAdds < after.multiplyAdds)
            #expect(before.epoch < after.epoch)
        }
    }

    @Test func `more connections than the cap end in censoring that names the cap`() throws {
        let trained = try train(TrainingTask(target: 1, cap: 20), .clouds)
        #expect(trained.report.outcome == .censored(cap: 20))
        #expect(trained.report.connections > 20)
        #expect(trained.report.curve.allSatisfy { $0.connections <= 20 })
        #expect(isSound(trained))
    }

    @Test func `a cap that is lowered late gives the same report as a cap from the start`()
        throws
    {
        let late = try train(TrainingTask(target: 1), .clouds) { point in
            .proceed(cap: point.connections > 40 ? 20 : nil)
        }
        let early = try train(TrainingTask(target: 1, cap: 20), .clouds)
        #expect(late.report == early.report)
        #expect(late.network == early.network)
    }

    @Test func `the lowest of all caps applies`() throws {
        let trained = try train(TrainingTask(target: 1, cap: 30), .clouds) { point in
            .proceed(cap: point.check == 1 ? 15 : 60)
        }
        #expect(trained.report.outcome == .censored(cap: 15))
    }

    @Test func `a start beyond the cap is censored before any training`() throws {
        let trained = try train(TrainingTask(target: 0.9, cap: 2), .clouds)
        #expect(trained.report.outcome == .censored(cap: 2))
        #expect(trained.report.curve.isEmpty)
        #expect(isSound(trained))
    }

    @Test func `an observer stops a training`() {
        var checks = 0
        let trained = GrowthTrainer(task: TrainingTask(target: 1), dataset: .clouds).train { _ in
            checks += 1
            return checks < 3 ? .proceed(cap: nil) : .stop
        }
        #expect(trained == nil)
        #expect(checks == 3)
    }

    @Test func `a step size that is far too large diverges, and the report stays finite`() throws {
        let schedule = GrowthSchedule.growthOnly.setting(.learningRate, to: .real(2))
            .setting(.optimizer, to: .category("momentum"))
            .setting(.initialDensity, to: .real(1)).setting(.initialHiddenNodes, to: .integer(8))
            .setting(.activation, to: .category("relu"))
        let trained = try train(
            TrainingTask(schedule, metric: .nrmse, target: 0.1),
            .surface
        )
        guard case .failed(.diverged) = trained.report.outcome else {
            Issue.record("the outcome is \(trained.report.outcome)")
            return
        }
        #expect(isSound(trained))
    }

    @Test func `a network without new nodes ends fully grown`() throws {
        let schedule = GrowthSchedule.growthOnly.setting(.nodeInsertionRate, to: .real(0))
        let trained = try train(TrainingTask(schedule, target: 1, sharesRows: true), .exclusiveOr)
        #expect(trained.report.outcome == .failed(reason: .fullyGrown(connections: 2)))
        #expect(isSound(trained))
    }

    @Test func `no network outgrows the limit of connections`() throws {
        let limits = TrainingLimits(connections: 25)
        let trained = try train(TrainingTask(target: 1, limits: limits), .clouds)
        #expect(trained.report.outcome == .failed(reason: .fullyGrown(connections: 25)))
    }

    @Test func `limits of checks, epochs and work end a training`() throws {
        let checks = try train(
            TrainingTask(target: 1, limits: TrainingLimits(checks: 7)),
            .clouds
        )
        #expect(checks.report.outcome == .failed(reason: .targetMissed(checks: 7)))
        let short = GrowthSchedule.growthOnly.setting(.maximumEpochs, to: .integer(9))
        let epochs = try train(TrainingTask(short, target: 1), .clouds)
        #expect(epochs.report.outcome == .failed(reason: .targetMissed(checks: 3)))
        let work = try train(
            TrainingTask(target: 1, limits: TrainingLimits(multiplyAdds: 500_000)),
            .clouds
        )
        guard case .failed(.exhausted(let multiplyAdds)) = work.report.outcome else {
            Issue.record("the outcome is \(work.report.outcome)")
            return
        }
        #expect(multiplyAdds >= 500_000)
    }

    @Test func `the test rows change only the test score`() throws {
        let task = TrainingTask(target: 0.9)
        let usual = try train(task, .clouds)
        let clouds = PreparedDataset.clouds
        let other = try train(
            task,
            PreparedDataset(
                training: clouds.training,
                validation: clouds.validation,
                test: Puzzle.clouds(90, seed: 77)
            )
        )
        #expect(usual.report.fingerprint == other.report.fingerprint)
        #expect(usual.network == other.network)
        #expect(usual.report.test != other.report.test)
    }
}
