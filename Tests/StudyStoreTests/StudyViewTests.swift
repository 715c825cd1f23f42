import GRDB
import Randomness
import Studies
import StudyStore
import Testing
import Trials

@Suite struct StudyViewTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try Example.events(), at: 1_795_953_600_123)
    }

    /// The rows of a query, with values joined by bars; an unknown value is a dash.
    private func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: directory.study).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { value in
                    value.isNull ? "-" : "\(value.storage.value ?? "-")"
                }.joined(separator: "|")
            }
        }
    }

    @Test func `trial has one row per trial`() throws {
        let found = try rows(
            """
            SELECT trial, purpose, certifies, state, attempts, worker, connections, hidden_nodes
            FROM trial
            """
        )
        #expect(
            found == [
                "1|search|-|reached|1|oak|300|6",
                "2|search|-|reached|2|oak|118|6",
                "3|search|-|censored|1|elm|201|6",
                "4|search|-|abandoned|1|elm|-|-",
                "5|search|-|failed|1|elm|90|6",
                "6|certification|2|running|1|oak|-|-",
                "7|certification|2|waiting|0|-|-|-",
            ]
        )
    }

    @Test func `trial has the measured values and the schedule`() throws {
        let found = try rows(
            """
            SELECT validation, test, epochs, seconds, cpu_seconds, multiply_adds, fingerprint,
                patience, increment_size, optimizer, inputs_used
            FROM trial WHERE trial = 2
            """
        )
        #expect(
            found == ["0.9375|0.925|8|1.5|1.25|\(Int.max)|ffffffffffffffff|2|0.2|adam|40"]
        )
    }

    @Test func `trial has the limit of multiply–adds of a trial, if it has one`() throws {
        let journal = try StudyJournal.open(at: directory.study)
        try journal.append(
            [
                .proposed(
                    trial: TrialID(rawValue: 8), schedule: GrowthSchedule(),
                    seed: Seed(rawValue: 8), purpose: .search, effort: 5000)
            ], at: 1_795_953_600_124)
        let found = try rows("SELECT trial, effort FROM trial WHERE trial IN (1, 8)")
        #expect(found == ["1|-", "8|5000"])
    }

    @Test func `trial has a column for every parameter and no column twice`() throws {
        let columns = try DatabaseQueue(path: directory.study).read { database in
            try database.columns(in: "trial").map(\.name)
        }
        #expect(
            columns.suffix(ScheduleParameter.allCases.count).elementsEqual(
                ScheduleParameter.allCases.map(\.rawValue)
            )
        )
        #expect(Set(columns).count == columns.count)
        #expect(columns.allSatisfy { !$0.contains(":") })
    }

    @Test func `smallest_trial is the reached trial with the fewest connections`() throws {
        #expect(try rows("SELECT trial, connections FROM smallest_trial") == ["2|118"])
    }

    @Test func `worker_load counts trials, time and losses`() throws {
        #expect(
            try rows("SELECT * FROM worker_load") == [
                "elm|2|3.0|2.5|2|2026-11-29T12:00:00.123Z",
                "oak|2|3.0|2.5|0|2026-11-29T12:00:00.123Z",
            ]
        )
    }

    @Test func `growth_curve has one row per check`() throws {
        #expect(
            try rows("SELECT * FROM growth_curve WHERE trial <= 2") == [
                "1|1|4|150|1|0.30000000000000004|1000|grow",
                "1|2|8|300|2|0.30000000000000004|2000|grow",
                "2|1|4|59|1|0.30000000000000004|1000|grow",
                "2|2|8|118|2|0.30000000000000004|2000|grow",
            ]
        )
    }

    @Test func `views of another version are replaced by the writer`() throws {
        try DatabaseQueue(path: directory.study).write { database in
            try database.execute(sql: "DROP VIEW smallest_trial")
            try database.execute(sql: "CREATE VIEW smallest_trial AS SELECT 1")
            try database.execute(sql: "DROP VIEW growth_curve")
        }
        _ = try StudyJournal.open(at: directory.study)
        #expect(try rows("SELECT trial FROM smallest_trial") == ["2"])
        #expect(try rows("SELECT count(*) FROM growth_curve") == ["8"])
    }

    @Test func `a view whose name says what it is not goes away`() throws {
        try DatabaseQueue(path: directory.study).write { database in
            try database.execute(sql: "CREATE VIEW incumbent AS SELECT * FROM smallest_trial")
        }
        _ = try StudyJournal.open(at: directory.study)
        #expect(
            try rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") == [
                "growth_curve", "smallest_trial", "trial", "worker_load",
            ])
    }
}
