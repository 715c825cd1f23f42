import Datasets
import GrowthTraining
import SparseLearning
import SparseNetworks
import Testing
import Trials

@Suite struct GrowthRewiringTests {
    private static func schedule(_ criterion: String, interval: Int) -> GrowthSchedule {
        GrowthSchedule.growthOnly.setting(.growthDropFraction, to: .real(0.3))
            .setting(.growthCriterion, to: .category(criterion))
            .setting(.initialHiddenNodes, to: .integer(4))
            .setting(.initialDensity, to: .real(0.2))
            .setting(.growthRewiringInterval, to: .integer(interval))
    }

    private func train(
        _ schedule: GrowthSchedule, target: Double = 1, checks: Int = 2000, cap: Int? = nil,
        observing: @escaping (GrowthPoint) -> TrainingDecision = { _ in .proceed(cap: nil) }
    ) throws -> TrainedNetwork {
        let limits = TrainingLimits(checks: checks, connections: 200)
        let task = TrainingTask(schedule, target: target, limits: limits, cap: cap)
        return try #require(
            GrowthTrainer(task: task, dataset: .clouds).train(observing: observing))
    }

    /// The source and target of each connection.
    private func wiring(_ trained: TrainedNetwork) -> Set<[Int]> {
        Set(trained.network.connections.map { [$0.source, $0.target] })
    }

    @Test(arguments: ["gradient", "random"])
    func `connections move between growths`(criterion: String) throws {
        // Patience is longer than these checks, so the network does not grow.
        let patient = Self.schedule(criterion, interval: 0).setting(.patience, to: .integer(99))
        let still = try train(patient, checks: 8)
        let moved = try train(
            patient.setting(.growthRewiringInterval, to: .integer(10)), checks: 8)
        let start = try train(patient, checks: 1)
        #expect(wiring(still) == wiring(start))
        #expect(!wiring(moved).isSubset(of: wiring(start)))
        // At most the initial share of the 40 + 56 possible connections.
        #expect(moved.network.connectionCount <= 19)
        #expect(moved.network.violations.isEmpty)
        #expect(moved.report.multiplyAdds > still.report.multiplyAdds)
    }

    @Test func `no connection moves if the share is 0`() throws {
        let schedule = Self.schedule("gradient", interval: 10)
            .setting(.growthDropFraction, to: .real(0)).setting(.patience, to: .integer(99))
        let start = try train(schedule, checks: 1)
        #expect(try wiring(train(schedule, checks: 8)) == wiring(start))
    }

    @Test func `a network at the target is not rewired before that is confirmed`() throws {
        let trained = try train(Self.schedule("random", interval: 1), target: 0.85)
        let last = trained.report.curve.suffix(2)
        #expect(trained.report.outcome == .reached)
        #expect(Set(last.map(\.connections)).count == 1)
        #expect(Set(last.map(\.hiddenNodes)).count == 1)
    }

    @Test(arguments: [25, 35, 60])
    func `a cap that is lowered late gives the same report as a cap from the start`(
        cap: Int
    ) throws {
        let schedule = Self.schedule("random", interval: 7)
        let late = try train(schedule) { .proceed(cap: $0.connections > 90 ? cap : nil) }
        let early = try train(schedule, cap: cap)
        #expect(late.report == early.report)
        #expect(late.network == early.network)
        #expect(early.report.outcome == .censored(cap: cap))
    }
}
