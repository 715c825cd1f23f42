import GRDB
import Randomness
import Studies
import StudyReports
import StudyStore
import Testing
import Trials

/// The table that `export --format csv` writes and the SQL view `trial` are one.
@Suite struct TrialTableTests {
    private let directory: TemporaryDirectory
    private let events: [StudyEvent]

    init() throws {
        directory = try TemporaryDirectory()
        events =
            try Example.events().map(Self.readable) + [
                .proposed(
                    trial: Example.trial(8), schedule: GrowthSchedule(), seed: Seed(rawValue: 8),
                    purpose: .search, effort: 5000)
            ]
        try StudyJournal.create(at: directory.study).append(events, at: 0)
    }

    /// The event with a seed that SQL keeps exactly, as all of a study are.
    private static func readable(_ event: StudyEvent) -> StudyEvent {
        guard case .proposed(let trial, let schedule, let seed, let purpose, let effort) = event
        else { return event }
        return .proposed(
            trial: trial, schedule: schedule, seed: Seed(rawValue: seed.rawValue >> 11),
            purpose: purpose, effort: effort)
    }

    private func view() throws -> (columns: [String], rows: [[String]]) {
        try DatabaseQueue(path: directory.study).read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM trial")
            return (
                try database.columns(in: "trial").map(\.name),
                rows.map { row in
                    row.databaseValues.map { $0.isNull ? "" : "\($0.storage.value ?? "")" }
                }
            )
        }
    }

    /// The field with numbers in one form: 2 and 2.0 are the same.
    private static func plain(_ field: String) -> String {
        Int(field) == nil ? Double(field).map { "\($0)" } ?? field : "\(Double(field) ?? 0)"
    }

    @Test func `the table has the columns of the view, in their order`() throws {
        #expect(TrialTable.columns == (try view().columns))
    }

    @Test func `the table has the rows of the view, in their order`() throws {
        let table = TrialTable.table(of: try StudyHistory(replaying: events))
        let view = try view()
        #expect(table.rows.count == 8)
        for (own, other) in zip(table.rows, view.rows) {
            let differing = zip(table.columns, zip(own, other)).filter { _, fields in
                Self.plain(fields.0) != Self.plain(fields.1)
            }
            #expect(differing.isEmpty, "trial \(own[0]): \(differing)")
        }
        #expect(table.rows.count == view.rows.count)
    }
}
