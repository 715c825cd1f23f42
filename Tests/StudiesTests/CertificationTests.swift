import Randomness
import Studies
import Testing
import Trials

@Suite struct CertificationTests {
    @Test func `a study searches, then certifies, then is finished`() throws {
        var state = try Fixture.state(trials: 2)
        #expect(state.phase == .searching)
        try state.run(patience: 1, report: Fixture.report(connections: 20))
        #expect(state.phase == .searching)
        try state.run(patience: 2, report: Fixture.report(connections: 10))
        #expect(state.phase == .certifying)
        try state.certify { _, _ in Fixture.report(connections: 15) }
        #expect(state.phase == .finished)
    }

    @Test func `a study in which no trial reached the target ends without a certificate`() throws {
        var state = try Fixture.state(trials: 1)
        try state.run(
            patience: 1,
            report: Fixture.report(
                connections: 5, outcome: .failed(reason: .targetMissed(checks: 9))))
        #expect(state.phase == .finished)
        #expect(state.best == nil)
    }

    @Test func `finalists are distinct, and chosen when the search is over`() throws {
        var state = try Fixture.state(trials: 3)
        try state.run(patience: 1, report: Fixture.report(connections: 20))
        try state.run(patience: 2, report: Fixture.report(connections: 10))
        #expect(state.finalists.isEmpty)
        #expect(state.best?.trial == TrialID(rawValue: 2))
        try state.run(patience: 2, report: Fixture.report(connections: 11))
        #expect(state.finalists.map(\.trial.rawValue) == [2, 1])
    }

    @Test func `schedules given before the search are finalists too`() throws {
        var state = try Fixture.state(trials: 3, finalists: 1)
        try state.run(patience: 1, report: Fixture.report(connections: 90))
        try state.run(patience: 8, report: Fixture.report(connections: 10))
        try state.run(patience: 9, report: Fixture.report(connections: 12))
        #expect(state.finalists.map(\.trial).contains(TrialID(rawValue: 1)))
        #expect(state.finalists.count == 2)
    }

    @Test func `all finalists are trained with the same seeds, which the search never used`() throws
    {
        var state = try Fixture.state(trials: 2, finalists: 2, replicates: 3)
        // All schedules share one list of seeds, and a new one is trained with the first.
        let searched = (1...2).map { state.searchSeed(for: Fixture.schedule(patience: $0)) }
        try state.run(patience: 1, report: Fixture.report(connections: 20))
        try state.run(patience: 2, report: Fixture.report(connections: 10))
        try state.certify { _, _ in Fixture.report(connections: 15) }
        let seeds = state.finalists.map { state.replicates(of: $0.trial).map(\.seed) }
        #expect(seeds[0].count == 3)
        #expect(seeds[0] == seeds[1])
        #expect(Set(seeds[0]).count == 3)
        #expect(Set(searched).count == 1)
        #expect(Set(seeds[0]).isDisjoint(with: searched))
    }

    @Test func `the winner is chosen by the fresh seeds, not by the lucky trial`() throws {
        var state = try Fixture.state(trials: 2)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 12))
        #expect(state.best?.trial.rawValue == 1)
        #expect(state.certificate() == nil)
        try state.certify { finalist, replicate in
            Fixture.report(connections: finalist.rawValue == 1 ? 40 : 9 * replicate * replicate)
        }
        let winner = try #require(state.certificate())
        #expect(winner.trial.rawValue == 2)
        #expect(winner.evidence == .selection)
        #expect(winner.replicates == 2)
        // √(9 · 36)
        #expect(abs(winner.connections - 18) < 1e-9)
    }

    @Test func `trainings of the search count too when the winner is chosen`() throws {
        var state = try Fixture.state(trials: 2)
        try state.run(patience: 1, report: Fixture.report(connections: 100))
        try state.run(patience: 2, report: Fixture.report(connections: 10))
        try state.certify { finalist, _ in
            Fixture.report(connections: finalist.rawValue == 1 ? 9 : 10)
        }
        let winner = try #require(state.certificate())
        #expect(winner.trial.rawValue == 2)
        #expect(winner.evidence == .selection)
    }

    @Test func `fresh seeds count before all are finished`() throws {
        var state = try Fixture.state(trials: 2, replicates: 5)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 12))
        try state.certify(atMost: 3) { finalist, _ in
            Fixture.report(connections: finalist.rawValue == 1 ? 40 : 10)
        }
        // One schedule has two fresh seeds, the other has one: not enough to decide.
        #expect(state.best?.trial.rawValue == 1)
        #expect(state.best?.trainings == 3)
        try state.certify(atMost: 1) { _, _ in Fixture.report(connections: 10) }
        #expect(state.certificate() == nil)
        let best = try #require(state.best)
        #expect(best.trial.rawValue == 2)
        #expect(best.trainings == 3)
        // ∛(12 · 10 · 10)
        #expect(abs(best.connections - 10.6266) < 1e-4)
    }

    @Test func `a reliable schedule wins over a smaller one that often misses`() throws {
        var state = try Fixture.state(trials: 2)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 12))
        try state.certify { finalist, replicate in
            finalist.rawValue == 1 && replicate == 1
                ? Fixture.report(connections: 3, outcome: .failed(reason: .targetMissed(checks: 1)))
                : Fixture.report(connections: finalist.rawValue == 1 ? 3 : 12)
        }
        let winner = try #require(state.certificate())
        #expect(winner.trial.rawValue == 2)
        #expect(winner.hitRate == 1)
    }

    @Test func `the winner is described by seeds that did not choose it`() throws {
        var state = try Fixture.state(trials: 2, replicates: 2, confirmations: 3)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 12))
        try state.certify { finalist, replicate in
            Fixture.report(connections: finalist.rawValue == 1 ? (replicate > 2 ? 30 : 8) : 9)
        }
        #expect(state.phase == .finished)
        #expect(state.replicates(of: TrialID(rawValue: 1)).count == 5)
        #expect(state.replicates(of: TrialID(rawValue: 2)).count == 2)
        let winner = try #require(state.certificate())
        #expect(winner.trial.rawValue == 1)
        #expect(winner.evidence == .confirmation)
        #expect(winner.replicates == 3)
        #expect(abs(winner.connections - 30) < 1e-9)
    }

    @Test func `a schedule that cannot win gets no further seeds`() throws {
        var state = try Fixture.state(trials: 2, finalists: 2, replicates: 5)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.run(patience: 2, report: Fixture.report(connections: 12))
        try state.certify { finalist, _ in
            Fixture.report(connections: finalist.rawValue == 1 ? 40 : 10)
        }
        #expect(state.replicates(of: TrialID(rawValue: 1)).count == 2)
        #expect(state.replicates(of: TrialID(rawValue: 2)).count == 5)
        #expect(state.best?.trial.rawValue == 2)
    }

    @Test func `the required reliability decides what is reliable`() throws {
        for (reliability, winner) in [(0.8, 2), (0.5, 1)] {
            var state = try Fixture.state(trials: 2, reliability: reliability)
            try state.run(patience: 1, report: Fixture.report(connections: 10))
            try state.run(patience: 2, report: Fixture.report(connections: 100))
            try state.certify { finalist, replicate in
                finalist.rawValue == 1 && replicate == 1
                    ? Fixture.report(
                        connections: 3, outcome: .failed(reason: .targetMissed(checks: 1)))
                    : Fixture.report(connections: finalist.rawValue == 1 ? 3 : 100)
            }
            #expect(state.best?.trial.rawValue == winner)
        }
    }

    @Test func `the winner is described with its uncertainty`() throws {
        var state = try Fixture.state(trials: 1, finalists: 1, replicates: 3)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.certify { _, replicate in Fixture.report(connections: 10 * replicate) }
        let winner = try #require(state.certificate())
        let interval = try #require(winner.interval)
        #expect(interval.lowerBound < 10 && interval.upperBound > 30)
        // 0.05 to the power of a third
        #expect(abs(winner.hitRateBound - 0.368) < 1e-3)
    }

    @Test func `a larger budget opens a finished study again and keeps its certificates`() throws {
        var state = try Fixture.state(trials: 1)
        try state.run(patience: 1, report: Fixture.report(connections: 10))
        try state.certify { _, _ in Fixture.report(connections: 10) }
        #expect(state.phase == .finished)
        try state.apply(.budgeted(budget: StudyBudget(trials: 2)))
        #expect(state.phase == .searching)
        #expect(state.certificate()?.evidence == .selection)
        try state.run(patience: 2, report: Fixture.report(connections: 4))
        #expect(state.phase == .certifying)
        #expect(state.replicates(of: TrialID(rawValue: 1)).count == 2)
    }
}
