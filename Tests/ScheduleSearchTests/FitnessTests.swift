import ScheduleSearch
import Testing
import Trials

@Suite struct FitnessTests {
    private let target = TargetScore(metric: .accuracy, value: 0.95)

    @Test func `reached is better than stopped, stopped than missed, missed than failed`() {
        let ranked: [Fitness] = [
            .reached(connections: 10), .reached(connections: 5000), .censored(projection: 20),
            .censored(projection: 30), .missed(shortfall: 0.01), .missed(shortfall: 0.5), .failed,
        ]
        #expect(ranked.reversed().sorted() == ranked)
    }

    @Test(arguments: [
        (TrainingOutcome.reached, Fitness.reached(connections: 42)),
        (.failed(reason: .diverged(check: 3)), .failed),
        (.failed(reason: .targetMissed(checks: 2)), .missed(shortfall: 0.25)),
        (.failed(reason: .fullyGrown(connections: 42)), .missed(shortfall: 0.25)),
        (.failed(reason: .exhausted(multiplyAdds: 9)), .missed(shortfall: 0.25)),
    ])
    func `a report is judged by its outcome and its best check`(
        outcome: TrainingOutcome,
        expected: Fitness
    ) {
        let target = TargetScore(metric: .accuracy, value: 0.75)
        let report = Self.report(outcome, validations: [0.25, 0.5, 0.125])
        #expect(Fitness(report, under: target) == expected)
    }

    @Test func `a stopped training is projected by its remaining errors`() throws {
        let target = TargetScore(metric: .accuracy, value: 0.75)
        let report = Self.report(.censored(cap: 40), validations: [0.25, 0.5, 0.125])
        guard case .censored(let projection) = Fitness(report, under: target) else {
            Issue.record("\(Fitness(report, under: target)) is not censored")
            return
        }
        // Twice as many errors remained as the target allows: 40 · e^0.3 · 2^1.1
        #expect(abs(projection - 115.74) < 0.01)
    }

    @Test func `a miss without a check is judged by its final score`() {
        let report = Self.report(
            .failed(reason: .exhausted(multiplyAdds: 1)),
            validations: [],
            validation: 0.5
        )
        let target = TargetScore(metric: .accuracy, value: 0.75)
        #expect(Fitness(report, under: target) == .missed(shortfall: 0.25))
    }

    @Test func `a miss is never negative`() {
        let report = Self.report(
            .failed(reason: .targetMissed(checks: 1)),
            validations: [0.99]
        )
        #expect(Fitness(report, under: target) == .missed(shortfall: 0))
    }

    private static func report(
        _ outcome: TrainingOutcome,
        validations: [Double],
        validation: Double = 0.125
    ) -> TrainingReport {
        let curve = validations.enumerated().map { index, score in
            GrowthPoint(
                check: index + 1,
                epoch: index + 1,
                connections: 10,
                hiddenNodes: 0,
                validation: score,
                multiplyAdds: 100
            )
        }
        return TrainingReport(
            outcome: outcome,
            connections: 42,
            hiddenNodes: 0,
            inputsUsed: 2,
            biases: 1,
            validation: validation,
            test: 0.5,
            epochs: 3,
            multiplyAdds: 300,
            curve: curve,
            fingerprint: Fingerprint(hash: 1)
        )
    }
}
