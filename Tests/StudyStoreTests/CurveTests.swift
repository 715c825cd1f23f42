import GRDB
import Studies
import StudyStore
import Testing
import Trials

private let noon = 1_795_953_600_123

/// Curves stand beside the events of which they are a part.
@Suite struct CurveTests {
    private let directory: TemporaryDirectory
    private let target = TargetScore(metric: .accuracy, value: 0.95)

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// A study of one trial, whose report has a course.
    private func events() throws -> [StudyEvent] {
        Array(try Example.events().prefix(8)) + [try reported()]
    }

    private func reported() throws -> StudyEvent {
        .reported(
            attempt: Attempt(1, of: Example.trial(1)),
            worker: try Example.worker("oak"), report: try report())
    }

    private func report() throws -> TrainingReport {
        let report = try Example.report(.reached, connections: 300, checks: 3)
        let curve = zip(report.curve, [TrainingPhase.grow, .thin, .tune]).map { point, phase in
            GrowthPoint(
                check: point.check, epoch: point.epoch, connections: point.connections,
                hiddenNodes: point.hiddenNodes, validation: point.validation,
                multiplyAdds: point.multiplyAdds, phase: phase)
        }
        return report.withCurve(curve).excerpt(target: target)
    }

    private func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: directory.study).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { "\($0.storage.value ?? "-")" }.joined(separator: "|")
            }
        }
    }

    @Test func `events are read without the curves that stand apart, and curves on their own`()
        throws
    {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try events(), at: noon)
        let report = try report()
        let read = StudyEvent.reported(
            attempt: Attempt(1, of: Example.trial(1)),
            worker: try Example.worker("oak"),
            report: report.withCurve([], course: report.course))
        #expect(try journal.events() == events().dropLast() + [read])
        let reader = try StudyReader(at: directory.study)
        #expect(try reader.curve(of: Example.trial(1)) == report.curve)
        #expect(try reader.curve(of: Example.trial(2)).isEmpty)
    }

    @Test func `the bytes of a curve never change`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try events(), at: noon)
        #expect(
            try rows("SELECT sequence, checks FROM curve") == [
                "9|[[1,4,100,1,1000,0.3,0],[2,8,150,2,2000,0.3,1],[3,12,300,3,3000,0.3,2]]"
            ])
        #expect(
            try rows("SELECT body FROM event WHERE kind = 'reported'") == [
                #"{"reported":{"attempt":1,"report":{"biases":16,"connections":300,"#
                    + #""course":{"best":0.30000000000000004,"peak":300,"#
                    + #""stages":[[1,3,300,false]]},"#
                    + #""cpu_seconds":1.25,"epochs":8,"fingerprint":"ffffffffffffffff","#
                    + #""hidden_nodes":6,"inputs_used":40,"multiply_adds":9223372036854775807,"#
                    + #""outcome":{"reached":{}},"seconds":1.5,"test":0.925,"#
                    + #""validation":0.9375},"trial":1,"worker":"oak"}}"#
            ])
    }

    @Test func `growth_curve has the checks of curves of either format`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try events(), at: noon)
        try journal.append(
            [
                .leased(
                    attempt: Attempt(1, of: Example.trial(2)),
                    worker: try Example.worker("elm")),
                .reported(
                    attempt: Attempt(1, of: Example.trial(2)),
                    worker: try Example.worker("elm"),
                    report: try Example.report(.reached, connections: 118)),
            ], at: noon)
        #expect(
            try rows("SELECT * FROM growth_curve") == [
                "1|1|4|100|1|0.3|1000|grow", "1|2|8|150|2|0.3|2000|thin",
                "1|3|12|300|3|0.3|3000|tune",
                "2|1|4|59|1|0.30000000000000004|1000|grow",
                "2|2|8|118|2|0.30000000000000004|2000|grow",
            ])
    }

    @Test func `a study of the third format is read, and goes on in the present one`() throws {
        let old = try Example.events()
        do {
            let journal = try StudyJournal.create(at: directory.study)
            try journal.append(old, at: noon)
        }
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA user_version = 3;
                    DROP TRIGGER curve_goes_with_its_event;
                    DROP VIEW growth_curve;
                    DROP TABLE curve;
                    DROP TRIGGER derived_rows_go_with_their_event;
                    DROP VIEW trial;
                    DROP VIEW smallest_trial;
                    DROP VIEW worker_load;
                    DROP TABLE report;
                    DROP TABLE certification;
                    DROP TABLE setback;
                    CREATE INDEX event_by_trial ON event (trial, kind) WHERE trial IS NOT NULL;
                    """)
        }
        let reader = try StudyReader(at: directory.study)
        #expect(try reader.events() == old)
        let curve = try Example.report(.reached, connections: 118).curve
        #expect(try reader.curve(of: Example.trial(2)) == curve)
        let journal = try StudyJournal.open(at: directory.study)
        try journal.append([try reported()], at: noon)
        #expect(try journal.events().count == old.count + 1)
        #expect(try reader.curve(of: Example.trial(2)) == curve)
        #expect(try rows("SELECT count(*) FROM growth_curve WHERE trial = 2") == ["2"])
    }

    @Test func `a curve that was changed is found`() throws {
        do {
            let journal = try StudyJournal.create(at: directory.study)
            try journal.append(try events(), at: noon)
        }
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(
                sql: """
                    DROP TRIGGER curve_is_never_updated;
                    UPDATE curve SET checks = replace(checks, '150', '151')
                    """)
        }
        let reader = try StudyReader(at: directory.study)
        #expect(throws: StudyStoreError.self) { try reader.curve(of: Example.trial(1)) }
    }

    @Test func `a curve goes with its event where a damaged end is taken away`() throws {
        do {
            let journal = try StudyJournal.create(at: directory.study)
            try journal.append(try events(), at: noon)
        }
        // As the message about a damaged event says.
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(
                sql: "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE sequence >= 9")
        }
        let journal = try StudyJournal.open(at: directory.study)
        #expect(try StudyReader(at: directory.study).curve(of: Example.trial(1)).isEmpty)
        try journal.append([try reported()], at: noon)
        #expect(try StudyReader(at: directory.study).curve(of: Example.trial(1)).count == 3)
    }
}
