internal import GRDB
internal import Trials

/// The views for people with SQL or pandas; every number in them is computed from the events.
enum StudyViews {
    /// Creates the views again, so that a file always has those of the program that wrote it last.
    ///
    /// A view that is already the same is not written.
    static func create(in database: Database) throws {
        for name in formerViews { try database.execute(sql: "DROP VIEW IF EXISTS \(name)") }
        for (name, query) in views {
            let text = "CREATE VIEW \(name) AS\n\(query)"
            let present = try String.fetchOne(
                database,
                sql: "SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?",
                arguments: [name]
            )
            guard present != text else { continue }
            try database.execute(sql: "DROP VIEW IF EXISTS \(name)")
            try database.execute(sql: text)
        }
    }

    private static let views = [
        ("trial", trial), ("smallest_trial", smallestTrial), ("worker_load", workerLoad),
        ("growth_curve", growthCurve),
    ]

    /// One row a training: the columns of `TrialTable` in `StudyReports`, which CSV has too.
    private static var trial: String {
        let parameters = ScheduleParameter.allCases.map(\.rawValue).map { name in
            """
                coalesce(
                    json_extract(proposed.body, '$.proposed.schedule.\(name)'),
                    json_extract(defined.body, '\(base).\(name)')) AS \(name)
            """
        }
        return """
            SELECT
                proposed.trial,
                CASE WHEN json_type(proposed.body, '$.proposed.purpose.search') IS NOT NULL
                    THEN 'search' ELSE 'certification' END AS purpose,
                json_extract(proposed.body, '$.proposed.purpose.certification.of') AS certifies,
                CASE
                    WHEN reported.trial IS NOT NULL THEN coalesce(
                        (SELECT key FROM json_each(reported.body, '$.reported.report.outcome')),
                        'failed')
                    WHEN settled.abandoned THEN 'abandoned'
                    WHEN settled.leases > settled.losses THEN 'running'
                    ELSE 'waiting'
                END AS state,
                coalesce(settled.leases, 0) AS attempts,
                coalesce(
                    json_extract(reported.body, '$.reported.worker'),
                    json_extract(latest.body, '$.leased.worker')) AS worker,
                json_extract(proposed.body, '$.proposed.effort') AS effort,
                json_extract(proposed.body, '$.proposed.seed') AS seed,
            \(measurements.map(reported).joined(separator: ",\n")),
            \(parameters.joined(separator: ",\n"))
            FROM event AS proposed
            JOIN event AS defined ON defined.sequence = 1
            LEFT JOIN (\(counts)) AS settled ON settled.trial = proposed.trial
            LEFT JOIN event AS reported
                ON reported.trial = proposed.trial AND reported.kind = 'reported'
            LEFT JOIN event AS latest ON latest.sequence = settled.latest_lease
            WHERE proposed.kind = 'proposed'
            ORDER BY proposed.trial
            """
    }

    /// What a report measured.
    private static let measurements = [
        "connections", "hidden_nodes", "inputs_used", "validation", "test", "epochs",
        "multiply_adds", "seconds", "cpu_seconds", "fingerprint",
    ]

    /// The values that a proposal does not name.
    private static let base = "$.defined.definition.space.base"

    private static func reported(_ name: String) -> String {
        "    json_extract(reported.body, '$.reported.report.\(name)') AS \(name)"
    }

    private static let counts = """
        SELECT trial,
            sum(kind = 'leased') AS leases,
            sum(kind = 'lost') AS losses,
            max(kind = 'abandoned') AS abandoned,
            max(CASE WHEN kind = 'leased' THEN sequence END) AS latest_lease
        FROM event WHERE trial IS NOT NULL GROUP BY trial
        """

    /// The trial of the search that reached the target with the fewest connections.
    ///
    /// It is the luckiest single training, not the schedule that stands best: which that is only
    /// the fold of the events tells (`espalier best`).
    private static let smallestTrial = """
        SELECT * FROM trial WHERE purpose = 'search' AND state = 'reached'
        ORDER BY connections, trial LIMIT 1
        """

    /// Views of earlier versions, which would say something else than their name.
    private static let formerViews = ["incumbent"]

    /// One row per worker: settled trials, their time (s), and the attempts that it lost.
    private static let workerLoad = """
        SELECT
            worker,
            sum(kind = 'reported') AS trials,
            coalesce(sum(seconds), 0.0) AS seconds,
            coalesce(sum(cpu_seconds), 0.0) AS cpu_seconds,
            sum(kind = 'lost') AS losses,
            max(at) AS latest
        FROM (
            SELECT kind, at,
                json_extract(body, '$.' || kind || '.worker') AS worker,
                json_extract(body, '$.reported.report.seconds') AS seconds,
                json_extract(body, '$.reported.report.cpu_seconds') AS cpu_seconds
            FROM event WHERE kind IN ('leased', 'lost', 'reported', 'repeated')
        )
        GROUP BY worker ORDER BY worker
        """

    /// One row per recorded check of a settled trial.
    ///
    /// Up to format 3 a report had its curve, with an object for each check.
    private static let growthCurve = """
        SELECT
            event.trial,
            json_extract(point.value, '$[0]') AS "check",
            json_extract(point.value, '$[1]') AS epoch,
            json_extract(point.value, '$[2]') AS connections,
            json_extract(point.value, '$[3]') AS hidden_nodes,
            json_extract(point.value, '$[5]') AS validation,
            json_extract(point.value, '$[4]') AS multiply_adds,
            CASE json_extract(point.value, '$[6]')
                WHEN 0 THEN 'grow' WHEN 1 THEN 'thin' ELSE 'tune' END AS phase
        FROM event JOIN curve USING (sequence), json_each(curve.checks) AS point
        WHERE event.kind = 'reported'
        UNION ALL
        SELECT
            event.trial,
            json_extract(point.value, '$.check'),
            json_extract(point.value, '$.epoch'),
            json_extract(point.value, '$.connections'),
            json_extract(point.value, '$.hidden_nodes'),
            json_extract(point.value, '$.validation'),
            json_extract(point.value, '$.multiply_adds'),
            coalesce(json_extract(point.value, '$.phase'), 'grow')
        FROM event, json_each(event.body, '$.reported.report.curve') AS point
        WHERE event.kind = 'reported'
        ORDER BY 1, 2
        """
}
