internal import GRDB
internal import Studies
internal import Trials

/// The statements that add the rows which views find instead of the texts of events: the numbers of
/// each report, which trials certify, and what ended attempts without a report.
///
/// All of it is derived from the events, and no decision reads it.
struct DerivedInsertion {
    private let database: Database
    private let reports: BoundStatement

    /// Prepares to add rows.
    init(into database: Database) throws {
        self.database = database
        // Only the first report of a trial counts. The columns stand in the order of the table.
        reports = try BoundStatement(
            "INSERT OR IGNORE INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            in: database)
    }

    /// Adds the row of an event, if it is of a kind that has one.
    ///
    /// - Throws: `DatabaseError`.
    func add(_ event: StudyEvent, sequence: Int) throws {
        switch event {
        case .reported(let attempt, let worker, let report):
            try add(report, of: attempt, by: worker, sequence: sequence)
        case .proposed(let trial, _, _, .certification(let finalist, _), _):
            try database.execute(
                sql: "INSERT OR IGNORE INTO certification VALUES (?, ?, ?)",
                arguments: [trial.rawValue, sequence, finalist.rawValue])
        case .lost(let attempt, _, _): try addSetback(event, of: attempt.trial, sequence: sequence)
        case .abandoned(let trial, _): try addSetback(event, of: trial, sequence: sequence)
        case .proposed, .defined, .budgeted, .leased, .repeated, .suspended: break
        }
    }

    private func addSetback(_ event: StudyEvent, of trial: TrialID, sequence: Int) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO setback VALUES (?, ?, ?)",
            arguments: [trial.rawValue, sequence, event.kind.rawValue])
    }

    private func add(
        _ report: TrainingReport, of attempt: Attempt, by worker: WorkerID, sequence: Int
    ) throws {
        reports.bind(attempt.trial.rawValue, at: 1)
        reports.bind(sequence, at: 2)
        reports.bind(attempt.number.rawValue, at: 3)
        bindNumbers(of: report)
        var (name, outcome) = (worker.rawValue, Self.word(for: report.outcome))
        // The texts must not move until the statement has run.
        try name.withUTF8 { name in
            try outcome.withUTF8 { outcome in
                unsafe reports.bind(name, at: 4)
                unsafe reports.bind(outcome, at: 5)
                try reports.run()
            }
        }
    }

    private func bindNumbers(of report: TrainingReport) {
        reports.bind(report.connections, at: 6)
        reports.bind(report.hiddenNodes, at: 7)
        reports.bind(report.inputsUsed, at: 8)
        reports.bind(report.validation, at: 9)
        reports.bind(report.test, at: 10)
        reports.bind(report.epochs, at: 11)
        reports.bind(report.multiplyAdds, at: 12)
        reports.bind(report.seconds, at: 13)
        reports.bind(report.cpuSeconds, at: 14)
        reports.bind(Int(truncatingIfNeeded: report.fingerprint.hash), at: 15)
    }

    /// The state of a trial with such an outcome.
    private static func word(for outcome: TrainingOutcome) -> String {
        switch outcome {
        case .reached: "reached"
        case .censored: "censored"
        case .failed: "failed"
        }
    }

    /// Adds the rows of all events of a study that was written without them.
    ///
    /// An event that cannot be read gets none: the error is reported when it is read again.
    static func addAll(in database: Database) throws {
        let insertion = try DerivedInsertion(into: database)
        let rows = try EventSelection(from: database, behind: 0)
        var codec = EventCodec()
        while let row = try rows.next() {
            if let event = try? codec.event(from: row.body) {
                try insertion.add(event, sequence: row.sequence)
            }
        }
    }
}
