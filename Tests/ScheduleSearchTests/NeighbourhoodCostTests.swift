import ScheduleSearch
import Testing
import Trials

@Suite struct NeighbourhoodCostTests {
    private let space = SearchSpace(dimensions: [
        .init(parameter: .patience, domain: .integer(range: 1...100, scale: .linear)),
        .init(parameter: .optimizer, domain: .category(choices: ["adam", "momentum"])),
    ])

    private func evaluation(
        _ trial: Int, patience: Int, optimizer: String = "adam", connections: Double?
    ) -> Evaluation {
        Evaluation(
            trial: TrialID(rawValue: trial),
            schedule: schedule(patience: patience, optimizer: optimizer),
            fitness: connections.map(Fitness.reached(connections:)) ?? .failed)
    }

    private func schedule(patience: Int, optimizer: String = "adam") -> GrowthSchedule {
        GrowthSchedule().setting(.patience, to: .integer(patience))
            .setting(.optimizer, to: .category(optimizer))
    }

    @Test func `a lucky trial among expensive ones costs more than a fair one among its like`() {
        let cheap = (1...50).map { evaluation($0, patience: $0 % 10 + 1, connections: 100) }
        let dear = (51...100).map {
            evaluation($0, patience: 90 + $0 % 10, connections: $0 == 60 ? 20 : 400)
        }
        let cost = NeighbourhoodCost(space: space, evaluations: cheap + dear)
        #expect(
            cost.mean(around: schedule(patience: 5)) < cost.mean(around: schedule(patience: 90)))
    }

    @Test func `of few trials each is judged by itself`() {
        let cost = NeighbourhoodCost(
            space: space,
            evaluations: [
                evaluation(1, patience: 1, connections: 1),
                evaluation(2, patience: 9, connections: 50),
            ])
        #expect(cost.mean(around: schedule(patience: 1)) == 0)
    }

    @Test func `another word is farther than a small step`() {
        let near = (1...10).map { evaluation($0, patience: 40 + $0, connections: 10) }
        let other = (11...100).map {
            evaluation($0, patience: 40, optimizer: "momentum", connections: 1000)
        }
        let cost = NeighbourhoodCost(space: space, evaluations: other + near)
        #expect(cost.mean(around: schedule(patience: 40)) < 2.4)
    }

    @Test func `a trial that missed costs more than the worst that reached the target`() {
        let cost = NeighbourhoodCost(
            space: space,
            evaluations: [
                evaluation(1, patience: 1, connections: nil),
                evaluation(2, patience: 99, connections: 50),
            ])
        #expect(
            cost.mean(around: schedule(patience: 1)) > cost.mean(around: schedule(patience: 99)))
    }
}
