import Coordination
import FoundationEssentials
import StudyReports
import Studies
import Testing
import Trials

/// What commands answer, as values, as lines and as JSON.
@Suite struct AnswerTests {
    /// The names in the JSON of a value, and the value read back.
    private func json<Answer: Codable>(
        _ answer: Answer
    ) throws -> (names: Set<String>, readBack: Answer) {
        let encoder = JSONEncoder()
        let bytes = try encoder.encode(answer)
        let object = try JSONDecoder().decode([String: AnyValue].self, from: bytes)
        return (Set(object.keys), try JSONDecoder().decode(Answer.self, from: bytes))
    }

    /// Any value, which is not looked at.
    private struct AnyValue: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    private func certifiedStudy() throws -> ExampleStudy {
        var study = try ExampleStudy()
        try study.train(patience: 3, ExampleStudy.report(connections: 40))
        try study.train(patience: 4, ExampleStudy.report(connections: 60))
        try study.train(
            patience: 5, ExampleStudy.report(.failed(reason: .targetMissed(checks: 1))))
        for replicate in 1...2 {
            try study.train(
                purpose: .certification(of: TrialID(rawValue: 1), replicate: replicate),
                ExampleStudy.report(connections: 40))
        }
        return study
    }

    @Test func `trials are of the search, and trainings are all`() throws {
        let history = try certifiedStudy().history
        let status = StudyStatus(of: history)
        #expect(status.trials == 3)
        #expect(status.trainings == 5)
        #expect(status.reached == 4)
        #expect(status.failed == 1)
        let outcome = SearchOutcome(
            of: history.state, ending: .finished, wallSeconds: 1, workerSeconds: 2, best: nil)
        #expect(outcome.trials == 3)
        #expect(outcome.trainings == 5)
        #expect(outcome.unfinished == 0)
    }

    @Test func `an answer read back from its JSON is the same`() throws {
        let history = try certifiedStudy().history
        let best = BestSchedule(try #require(history.certificate()))
        #expect(try json(best).readBack == best)
        #expect(
            try json(best).names == [
                "trial", "schedule", "connections", "interval", "hit_rate", "hit_rate_bound",
                "replicates", "evidence", "validation", "test",
            ])
        let status = StudyStatus(of: history)
        #expect(try json(status).readBack == status)
        #expect(
            try json(status).names == [
                "study", "phase", "trials", "budget", "trainings", "running", "waiting", "reached",
                "failed", "censored", "abandoned", "cap", "cap_control", "abandoned_trials",
                "suspended", "disputed", "cpu_seconds", "paused", "best",
            ])
        let row = TrialRow(try #require(history.trials.last))
        #expect(try json(row).readBack == row)
        #expect(row.certifies == TrialID(rawValue: 1))
        let progress = SearchProgress(of: history.state, workers: 2, secondsLeft: 60)
        #expect(try json(progress).readBack == progress)
    }

    @Test func `what matters comes first, and fixed parameters are only counted`() throws {
        let history = try certifiedStudy().history
        let definition = history.state.definition
        let best = BestSchedule(try #require(history.certificate()))
        let lines = best.lines(of: definition, .searched)
        #expect(lines.count == 7)
        #expect(lines[1].hasPrefix("  connections  40 (geometric mean; 90 % interval 40 to 40)"))
        #expect(lines[5] == "  patience                3")
        let fixed = ScheduleParameter.allCases.count - 1
        #expect(lines[6] == "  and \(fixed) parameters that are fixed: see --all")
        let all = best.lines(of: definition, .all)
        #expect(Array(all.prefix(6)) == Array(lines.prefix(6)))
        #expect(all.count == 6 + fixed)
        #expect(all.suffix(fixed).allSatisfy { $0.hasSuffix("  (fixed)") })
    }

    @Test func `above an exported schedule stands its origin, and what is certified of it`() throws
    {
        let history = try certifiedStudy().history
        let best = try #require(history.certificate())
        let winner = try #require(history[best.trial])
        #expect(
            ExportedFile.remarks(on: winner, of: history) == [
                "espalier study small, trial 1",
                "40 connections (geometric mean of 2), hit rate 100.0 %, test 94.0 %",
            ])
        let other = try #require(history.trials.last)
        #expect(
            ExportedFile.remarks(on: other, of: history)
                == ["espalier study small, trial \(other.trial.rawValue)"])
    }

    @Test func `the status names what needs attention`() throws {
        var study = try ExampleStudy()
        try study.abandon()
        let oak = try ExampleStudy.worker("oak")
        study.events.append(.suspended(worker: oak, losses: 1))
        let history = try study.history
        let status = StudyStatus(of: history, pausedSeconds: 7)
        #expect(status.abandoned == 1)
        #expect(status.abandonedTrials.map(\.reasons) == [[.released(.broke(.memory))]])
        #expect(status.suspended.map(\.worker) == [oak])
        let lines = status.lines(of: history.state.definition, .searched)
        for start in [
            "  ABANDONED: trial 1 lost 1 attempts (oak: it took more memory",
            "  SUSPENDED: worker oak lost 1 trials in a row", "  PAUSED for 7 s:",
            "  no schedule has reached the target yet",
        ] {
            #expect(lines.contains { $0.hasPrefix(start) }, "\(start)")
        }
    }

    @Test func `progress tells of the best schedule and of certification`() throws {
        var study = try ExampleStudy()
        try study.train(ExampleStudy.report(connections: 40))
        let searching = SearchProgress(
            of: try study.history.state, workers: 1, secondsLeft: 120)
        #expect(
            searching.line
                == "trial 1/3 · best 40 connections (trial 1, 1 seed) · 1 worker · "
                + "about 2 min left")
        try study.train(patience: 4, ExampleStudy.report(connections: 60))
        try study.train(patience: 5, ExampleStudy.report(connections: 70))
        let certifying = SearchProgress(of: try study.history.state, workers: 2, secondsLeft: nil)
        #expect(certifying.line.contains("certifying with fresh seeds, 0 of at most 2"))
        #expect(certifying.line.hasSuffix("2 workers"))
    }
}
