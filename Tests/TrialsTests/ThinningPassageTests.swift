import Testing
import Trials

@Suite struct ThinningPassageTests {
    private let target = TargetScore(metric: .accuracy, value: 0.9)

    @Test(arguments: [(1, 7), (2, 20), (4, 45), (8, 75), (15, 90)])
    func `the more rounds are over, the more counts of what they held`(
        rounds: Int, passed: Int
    ) {
        #expect(ThinningPassage.passed(holding: 100, afterRounds: rounds) == passed)
    }

    /// Three rounds, which held 100, 90 and 30 connections.
    private let course = TrainingCourse(
        best: 0.95, grown: 150, peak: 200,
        stages: [
            .init(round: 1, check: 10, connections: 100, isHeld: true),
            .init(round: 1, check: 14, connections: 95, isHeld: false),
            .init(round: 2, check: 20, connections: 90, isHeld: true),
            .init(round: 2, check: 24, connections: 85, isHeld: false),
            .init(round: 3, check: 30, connections: 30, isHeld: true),
            .init(round: 3, check: 34, connections: 25, isHeld: false),
        ])

    private func steps(rounds: Int) -> [[Int]] {
        let schedule = GrowthSchedule().setting(.rounds, to: .integer(rounds))
        return ThinningPassage(course, under: schedule).steps.map { [$0.check, $0.passed] }
    }

    @Test func `the end of each round but the last is compared with a cap`() {
        #expect(steps(rounds: 16) == [[14, 7], [24, 18]])
    }

    @Test func `in the second half of the rounds, failures are compared, too`() {
        #expect(steps(rounds: 3) == [[14, 7], [24, 18], [24, 56]])
    }

    @Test func `of two rounds, only failures of the second count`() {
        #expect(steps(rounds: 2) == [[24, 56]])
    }
}
