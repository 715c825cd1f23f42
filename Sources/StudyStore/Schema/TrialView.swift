internal import GRDB
internal import Trials

/// The view `trial`: one row a training, with the columns of `TrialTable` in `StudyReports`, which
/// CSV has too.
struct TrialView {
    /// The base of the study's search space: each value as SQL writes it, `NULL` if the definition
    /// has none.
    ///
    /// A proposal names only what differs from it. As constants of the view, which is made again
    /// when a study is opened, its values are not looked up for each trial.
    private let base: [(parameter: ScheduleParameter, value: String)]

    /// Reads the study's definition; before there is one, or if it is damaged, no value is known.
    init(of database: Database) throws {
        let parameters = ScheduleParameter.allCases
        let values = parameters.map {
            "quote(json_extract(body, '$.defined.definition.space.base.\($0.rawValue)'))"
        }
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT \(values.joined(separator: ", ")) FROM event
                WHERE sequence = 1 AND CASE WHEN json_valid(body) THEN kind = 'defined' END
                """)
        base = parameters.enumerated().map { index, parameter in
            (parameter, row.map { $0[index] } ?? "NULL")
        }
    }

    /// The query of the view.
    ///
    /// Trials are read, and were numbered, in the order in which they were proposed. The query does
    /// not ask for that order, because SQLite computes all columns of a view that does before it
    /// groups or counts: over 100,000 trials, 0.9 s instead of 0.14.
    var query: String {
        """
        SELECT
            proposed.trial,
            CASE WHEN certification.trial IS NULL
                THEN 'search' ELSE 'certification' END AS purpose,
            certification.certifies,
            CASE
                WHEN report.trial IS NOT NULL THEN report.outcome
                WHEN EXISTS (SELECT 1 FROM \(Self.setbacks("abandoned"))) THEN 'abandoned'
                WHEN (SELECT count(*) FROM \(Self.leases))
                    > (SELECT count(*) FROM \(Self.setbacks("lost"))) THEN 'running'
                ELSE 'waiting'
            END AS state,
            CASE
                WHEN report.attempt = 1
                    AND NOT EXISTS (SELECT 1 FROM \(Self.setbacks("lost"))) THEN 1
                ELSE (SELECT count(*) FROM \(Self.leases))
            END AS attempts,
            coalesce(
                report.worker,
                (SELECT json_extract(lease.body, '$.leased.worker') FROM \(Self.leases)
                    ORDER BY lease.sequence DESC LIMIT 1)) AS worker,
            json_extract(proposed.body, '$.proposed.effort') AS effort,
            json_extract(proposed.body, '$.proposed.seed') AS seed,
        \(Self.measurements.map { "    report.\($0)" }.joined(separator: ",\n")),
            CASE WHEN report.trial IS NOT NULL
                THEN printf('%016x', report.fingerprint) END AS fingerprint,
        \(base.map(Self.column).joined(separator: ",\n"))
        FROM event AS proposed
        LEFT JOIN report ON report.trial = proposed.trial
        LEFT JOIN certification ON certification.trial = proposed.trial
        WHERE proposed.kind = 'proposed'
        """
    }

    /// What a report measured.
    private static let measurements = [
        "connections", "hidden_nodes", "inputs_used", "validation", "test", "epochs",
        "multiply_adds", "seconds", "cpu_seconds",
    ]

    private static func column(_ parameter: ScheduleParameter, _ value: String) -> String {
        let name = parameter.rawValue
        return """
                coalesce(
                    json_extract(proposed.body, '$.proposed.schedule.\(name)'), \(value)) AS \(name)
            """
    }

    /// The leases of a trial.
    ///
    /// All lie between its proposal and its report. They are looked for there only, and only those
    /// of trials that lost an attempt or are open, because leases have no index.
    private static let leases = """
        event AS lease
                    WHERE lease.kind = 'leased' AND lease.trial = proposed.trial
                        AND lease.sequence > proposed.sequence
                        AND lease.sequence < coalesce(report.sequence, \(Int.max))
        """

    /// What ended attempts of a trial, or the trial itself, without a report.
    private static func setbacks(_ kind: String) -> String {
        "setback WHERE setback.trial = proposed.trial AND setback.kind = '\(kind)'"
    }
}
