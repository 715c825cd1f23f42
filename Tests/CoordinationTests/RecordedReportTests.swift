import Coordination
import Studies
import Testing
import Trials
import WireProtocol

/// What is recorded of a report.
@Suite struct RecordedReportTests {
    @Test func `of a report with every check an excerpt is recorded, judged by the whole curve`()
        throws
    {
        var stage = try Stage(trials: 2)
        try stage.join("one")
        let attempt = Attempt(1, of: TrialID(rawValue: 1))
        let whole = TrainingReport.withLongCurve
        let directives = stage.handle(
            .received(
                .report(attempt: attempt, report: whole), from: stage.peer("one")))
        let target = stage.definition.target
        #expect(
            directives.first
                == .record(
                    .reported(
                        attempt: attempt, worker: try stage.worker("one"),
                        report: whole.withCurve(
                            CurveExcerpt(of: whole.curve).points,
                            course: TrainingCourse(of: whole.curve, target: target)))))
    }
}
