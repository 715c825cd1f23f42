import Datasets
import GrowthTraining
import SparseLearning
import Testing
import Trials

/// Growth that does not lead to the target.
@Suite struct GrowthReturnTests {
    private func train(
        _ way: String, rounds: Int = 1, thinning: String = "activation", target: Double = 0.75,
        _ change: (GrowthSchedule) -> GrowthSchedule = { $0 }
    ) throws -> TrainingReport {
        let schedule = change(
            GrowthSchedule().setting(.growthReturn, to: .category(way))
                .setting(.rounds, to: .integer(rounds))
                .setting(.thinning, to: .category(thinning))
                .setting(.thinningSteps, to: .integer(50)).setting(.tuningSteps, to: .integer(100)))
        let task = TrainingTask(schedule, target: target)
        return try #require(GrowthTrainer(task: task, dataset: .noise).train()).report
    }

    private func sizes(_ report: TrainingReport) -> [Int] {
        report.curve.filter { $0.phase == .grow }.map(\.connections)
    }

    @Test func `a network that gets no better grows to twice its best size, not to the limit`()
        throws
    {
        let report = try train("end")
        guard case .failed(.fullyGrown(let connections)) = report.outcome else {
            Issue.record("\(report.outcome)")
            return
        }
        let endless = try train("none", thinning: "none").outcome
        guard case .failed(.fullyGrown(let bound)) = endless else {
            Issue.record("\(endless)")
            return
        }
        #expect(connections < bound / 4)
        #expect(report.curve.allSatisfy { $0.phase == .grow })
    }

    @Test func `a reach says how far it grows past its best`() throws {
        let sizes = try [2.0, 6].map { reach in
            self.sizes(try train("end") { $0.setting(.growthReach, to: .real(reach)) }).max() ?? 0
        }
        #expect(sizes[0] * 2 < sizes[1])
    }

    @Test(arguments: [1.0, 4]) func `rows and outputs bound growth`(capacity: Double) throws {
        let report = try train("none", thinning: "none") {
            $0.setting(.growthCapacity, to: .real(capacity))
        }
        // 120 rows with one output, because there are two classes; some connections are not live.
        let bound = Int(120 * capacity)
        #expect((bound * 9 / 10...bound).contains(sizes(report).max() ?? 0))
    }

    @Test func `thinning begins from the best network`() throws {
        let report = try train("thin")
        let largest = sizes(report).max() ?? 0
        let first = try #require(report.curve.first { $0.phase != .grow })
        #expect(2 * first.connections <= largest)
        #expect(report.curve.filter { $0.phase == .tune }.count > 1)
    }

    @Test func `the next round starts anew from another seed`() throws {
        let report = try train("restart", rounds: 3)
        let starts = zip(sizes(report), sizes(report).dropFirst()).filter { 4 * $1 < $0 }
        #expect(starts.count == 2)
        guard case .failed(.fullyGrown) = report.outcome else {
            Issue.record("\(report.outcome)")
            return
        }
    }

    @Test func `a seed that fails does not fail the training`() throws {
        // What one seed in a few reaches.
        let once = try (1...12).map { try reached(seed: $0, rounds: 1) }
        let often = try (1...12).map { try reached(seed: $0, rounds: 8) }
        #expect(once.count { $0 } < often.count { $0 })
        for (one, more) in zip(once, often) { #expect(!one || more) }
    }

    private func reached(seed: UInt64, rounds: Int) throws -> Bool {
        let schedule = GrowthSchedule().setting(.rounds, to: .integer(rounds))
            .setting(.growthReturn, to: .category("restart"))
        let task = TrainingTask(schedule, target: 0.535, seed: seed)
        let trained = GrowthTrainer(task: task, dataset: .noise).train()
        return try #require(trained).report.outcome == .reached
    }
}
