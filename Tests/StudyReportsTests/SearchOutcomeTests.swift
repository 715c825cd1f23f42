import Coordination
import StudyReports
import Studies
import Testing
import Trials

/// How a search ends.
@Suite struct SearchOutcomeTests {
    private let command = SearchOutcome.Command(program: "espalier", path: "s.sqlite")

    private func outcome(
        of study: ExampleStudy, ending reason: StopReason
    ) throws -> (outcome: SearchOutcome, lines: [String]) {
        let history = try study.history
        let outcome = SearchOutcome(
            of: history.state, ending: reason, wallSeconds: 120, workerSeconds: 230,
            best: history.certificate().map(BestSchedule.init), nearest: NearestTrial(in: history))
        return (
            outcome,
            outcome.lines(
                of: history.state, .searched, verification: nil, evidence: 0, command: command)
        )
    }

    @Test func `a search without success says how near it came`() throws {
        var study = try ExampleStudy()
        for (patience, score) in [(3, 0.5), (4, 0.91), (5, 0.8)] {
            try study.train(
                patience: patience,
                ExampleStudy.report(
                    .failed(reason: .targetMissed(checks: 1)), validation: score))
        }
        let (outcome, lines) = try outcome(of: study, ending: .finished)
        #expect(outcome.endedWithoutSuccess)
        #expect(outcome.nearest?.trial == TrialID(rawValue: 2))
        #expect(
            lines == [
                "finished: 3 trials, 3 trainings, 1 s of processor time, 2 min by the clock",
                "no schedule reached 95.0 %; trial 2 came nearest, with 91.0 %: "
                    + "widen `space`, raise `budget.trials`, or lower the objective",
            ])
    }

    @Test func `an error that is too large counts as a distance too`() throws {
        var study = try ExampleStudy(target: TargetScore(metric: .nrmse, value: 0.2))
        try study.train(
            ExampleStudy.report(.failed(reason: .targetMissed(checks: 1)), validation: 0.35))
        let nearest = try #require(NearestTrial(in: try study.history))
        #expect(abs(nearest.validation - 0.35) < 1e-12)
    }

    @Test func `trainings that were not finished are told with the time they took`() throws {
        var study = try ExampleStudy()
        try study.begin()
        try study.begin()
        let (outcome, lines) = try outcome(of: study, ending: .deadline)
        #expect(outcome.unfinished == 2)
        #expect(outcome.endedWithoutSuccess)
        #expect(
            lines.first
                == "stopped, because its time is over: 0 trials, 0 trainings, 0 s of processor "
                + "time, and 2 trainings that workers had and did not finish (the workers of "
                + "this run took 4 min); run the same command again to go on")
        #expect(lines.last == "no schedule reached 95.0 %: give it more time")
    }

    @Test(arguments: [StopReason.drained, .interrupted])
    func `a search that somebody stopped did not end without success`(reason: StopReason) throws {
        let (outcome, lines) = try outcome(of: try ExampleStudy(), ending: reason)
        #expect(!outcome.endedWithoutSuccess)
        #expect(lines.count == 1)
    }

    @Test func `a search with success ends with how to take it home`() throws {
        var study = try ExampleStudy()
        try study.train(ExampleStudy.report(connections: 40))
        let (outcome, lines) = try outcome(of: study, ending: .drained)
        #expect(!outcome.endedWithoutSuccess)
        #expect(lines.contains("  not verified yet: espalier verify s.sqlite"))
        #expect(
            lines.last
                == "take it home:  espalier export s.sqlite --format schedule --out best.yaml")
    }
}
