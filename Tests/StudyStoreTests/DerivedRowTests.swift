import GRDB
import Studies
import StudyStore
import Testing
import Trials

/// What is derived from events for views is the same whenever it is derived.
@Suite struct DerivedRowTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        try StudyJournal.create(at: directory.study).append(try Example.events(), at: 0)
    }

    private func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: directory.study).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { "\($0.storage.value ?? "-")" }.joined(separator: "|")
            }
        }
    }

    private func change(_ sql: String) throws {
        try DatabaseQueue(path: directory.study).inDatabase { try $0.execute(sql: sql) }
    }

    /// All that the views say.
    private func views() throws -> [[String]] {
        try ["trial", "smallest_trial", "worker_load", "growth_curve"].map {
            try rows("SELECT * FROM \($0)")
        }
    }

    /// The first letters of what `json_extract` finds in the event itself.
    private static let measured = [
        "connections", "hidden_nodes", "inputs_used", "validation", "test", "epochs",
        "multiply_adds", "seconds", "cpu_seconds", "fingerprint",
    ]

    @Test func `a report has the numbers of its event`() throws {
        let texts = Self.measured.map { "json_extract(body, '$.reported.report.\($0)')" }
        let events = try rows(
            """
            SELECT trial, json_extract(body, '$.reported.worker'), \(texts.joined(separator: ", "))
            FROM event WHERE kind = 'reported' ORDER BY trial
            """)
        let view = try rows(
            """
            SELECT trial, worker, \(Self.measured.joined(separator: ", ")) FROM trial
            WHERE connections IS NOT NULL
            """)
        #expect(events.count == 4)
        #expect(view == events)
    }

    @Test func `a study that lacks the derived rows gets the same when it is opened`() throws {
        let before = try views()
        try change(
            """
            DROP TRIGGER derived_rows_go_with_their_event;
            DROP VIEW trial; DROP VIEW smallest_trial; DROP VIEW worker_load;
            DROP VIEW growth_curve;
            DROP TABLE report; DROP TABLE certification; DROP TABLE setback;
            CREATE INDEX report_by_trial ON event (trial) WHERE kind = 'reported';
            """)
        let curve = try StudyReader(at: directory.study).curve(of: Example.trial(2))
        #expect(curve.count == 2)
        _ = try StudyJournal.open(at: directory.study)
        #expect(try views() == before)
        #expect(try StudyReader(at: directory.study).curve(of: Example.trial(2)) == curve)
        #expect(try rows("SELECT name FROM sqlite_schema WHERE name = 'report_by_trial'") == [])
    }

    @Test func `derived rows go with their events where a damaged end is taken away`() throws {
        try change("DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE sequence >= 13")
        #expect(
            try rows("SELECT trial, state, attempts FROM trial LIMIT 2") == [
                "1|reached|1", "2|running|2",
            ])
        #expect(try rows("SELECT trial, kind FROM setback") == ["2|lost"])
        #expect(try rows("SELECT count(*) FROM certification") == ["0"])
    }

    @Test func `a late report of a lost attempt leaves all leases counted`() throws {
        let journal = try StudyJournal.open(at: directory.study)
        let (oak, elm) = (try Example.worker("oak"), try Example.worker("elm"))
        try journal.append(
            [
                .lost(attempt: Attempt(1, of: Example.trial(6)), worker: oak, reason: .silence),
                .leased(attempt: Attempt(2, of: Example.trial(6)), worker: elm),
                .reported(
                    attempt: Attempt(1, of: Example.trial(6)), worker: oak,
                    report: try Example.report(.reached, connections: 10)),
            ], at: 0)
        #expect(
            try rows("SELECT trial, state, attempts, worker FROM trial WHERE trial >= 6") == [
                "6|reached|2|oak", "7|waiting|0|-",
            ])
        // It certifies, so it is not the smallest of the search.
        #expect(try rows("SELECT trial FROM smallest_trial") == ["2"])
    }

    @Test func `a view has the base's values also if the definition comes in a later turn`() throws
    {
        let journal = try StudyJournal.create(at: directory.copy)
        for event in try Example.events() { try journal.append([event], at: 0) }
        let found = try DatabaseQueue(path: directory.copy).read { database in
            try Row.fetchAll(database, sql: "SELECT patience, overshoot, thinning FROM trial")
                .map { "\($0)" }
        }
        #expect(found.count == 7)
        #expect(found.first == "[patience:1 overshoot:1.5 thinning:\"activation\"]")
    }

    @Test func `times are written to the millisecond`() throws {
        let journal = try StudyJournal.open(at: directory.study)
        let times = [0, 59_999, 60_000, 1_795_953_600_123, 1_795_953_659_007, 1_795_953_659_070]
        for time in times {
            try journal.append([.suspended(worker: Example.worker("oak"), losses: 5)], at: time)
        }
        #expect(
            try rows("SELECT at FROM event ORDER BY sequence DESC LIMIT 6").reversed() == [
                "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:59.999Z",
                "1970-01-01T00:01:00.000Z", "2026-11-29T12:00:00.123Z",
                "2026-11-29T12:00:59.007Z", "2026-11-29T12:00:59.070Z",
            ])
    }
}
