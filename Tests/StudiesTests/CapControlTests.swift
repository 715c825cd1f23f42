import Randomness
import Studies
import Testing
import Trials

@Suite struct CapControlTests {
    /// A curve of growth without thinning.
    private func curve(_ connections: [Int]) -> [GrowthPoint] {
        connections.enumerated().map {
            GrowthPoint(
                check: $0 + 1, epoch: 1, connections: $1, hiddenNodes: 1, validation: 0.5,
                multiplyAdds: 5)
        }
    }

    private func report(_ connections: [Int], costing cost: Int) -> TrainingReport {
        TrainingReport(
            outcome: .reached, connections: cost, hiddenNodes: 1, inputsUsed: 2, biases: 3,
            validation: 0.96, test: 0.9, epochs: 4, multiplyAdds: 5, curve: curve(connections),
            fingerprint: Fingerprint(hash: 7))
    }

    @Test func `trials without a cap show how often one would have been wrong`() throws {
        var state = try Fixture.state(trials: 100)
        let growing = Fixture.schedule(patience: 1).setting(.thinning, to: .category("none"))
        // Every 20th trial has no cap; the first of them comes before there is a cap.
        let costs = (1...62).map { $0 == 41 ? [50, 400, 90] : $0 == 61 ? [50, 400] : [50, 100] }
        for cost in costs {
            let trial = state.nextTrial
            let worker = try Fixture.worker()
            try state.apply(
                .proposed(
                    trial: trial, schedule: growing, seed: Seed(rawValue: 1), purpose: .search))
            try state.apply(.leased(attempt: Attempt(1, of: trial), worker: worker))
            try state.apply(
                .reported(
                    attempt: Attempt(1, of: trial), worker: worker,
                    report: report(cost, costing: cost[cost.count - 1])))
        }
        #expect(state.capControl.trials == 3)
        #expect(state.capControl.stops == 2)
        #expect(state.capControl.wrongStops == 1)
    }
}
