internal import GRDB

/// The views for people with SQL or pandas; every number in them comes from the events.
///
/// They read what was derived from events when they were written (`DerivedInsertion`), instead of
/// their texts, where they can.
enum StudyViews {
    /// Creates the views again, so that a file always has those of the program that wrote it last.
    ///
    /// A view that is already the same is not written.
    static func create(in database: Database) throws {
        for name in formerViews { try database.execute(sql: "DROP VIEW IF EXISTS \(name)") }
        for (name, query) in try views(of: database) {
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

    private static func views(of database: Database) throws -> [(name: String, query: String)] {
        [
            ("trial", try TrialView(of: database).query), ("smallest_trial", smallestTrial),
            ("worker_load", workerLoad), ("growth_curve", growthCurve),
        ]
    }

    /// The trial of the search that reached the target with the fewest connections.
    ///
    /// It is the luckiest single training, not the schedule that stands best: which that is only
    /// the fold of the events tells (`espalier best`).
    ///
    /// The trial is chosen by its numbers alone, before any schedule is read.
    private static let smallestTrial = """
        SELECT * FROM trial WHERE trial = (
            SELECT trial FROM report
            WHERE outcome = 'reached' AND trial NOT IN (SELECT trial FROM certification)
            ORDER BY connections, trial LIMIT 1
        )
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
            SELECT event.kind, event.at, report.worker, report.seconds, report.cpu_seconds
            FROM report JOIN event USING (sequence)
            UNION ALL
            SELECT kind, at,
                coalesce(
                    json_extract(body, '$.leased.worker'),
                    json_extract(body, '$.lost.worker'),
                    json_extract(body, '$.repeated.worker')),
                NULL, NULL
            FROM event WHERE kind IN ('leased', 'lost', 'repeated')
        )
        GROUP BY worker ORDER BY worker
        """

    /// One row per recorded check of a settled trial.
    ///
    /// Up to format 3 a report had its curve, with an object for each check.
    private static let growthCurve = """
        SELECT
            report.trial,
            json_extract(point.value, '$[0]') AS "check",
            json_extract(point.value, '$[1]') AS epoch,
            json_extract(point.value, '$[2]') AS connections,
            json_extract(point.value, '$[3]') AS hidden_nodes,
            json_extract(point.value, '$[5]') AS validation,
            json_extract(point.value, '$[4]') AS multiply_adds,
            CASE json_extract(point.value, '$[6]')
                WHEN 0 THEN 'grow' WHEN 1 THEN 'thin' ELSE 'tune' END AS phase
        FROM report JOIN curve USING (sequence), json_each(curve.checks) AS point
        UNION ALL
        SELECT
            report.trial,
            json_extract(point.value, '$.check'),
            json_extract(point.value, '$.epoch'),
            json_extract(point.value, '$.connections'),
            json_extract(point.value, '$.hidden_nodes'),
            json_extract(point.value, '$.validation'),
            json_extract(point.value, '$.multiply_adds'),
            coalesce(json_extract(point.value, '$.phase'), 'grow')
        FROM report JOIN event USING (sequence),
            json_each(event.body, '$.reported.report.curve') AS point
        WHERE NOT EXISTS (SELECT 1 FROM curve WHERE curve.sequence = report.sequence)
        ORDER BY 1, 2
        """
}
