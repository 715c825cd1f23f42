internal import GRDB

/// The tables of a study file, and the numbers that identify its format.
enum StudySchema {
    /// Stored in the file's header, so that `file` and other programs recognise a study: "ESPL".
    static let applicationID = 0x4553_504C
    /// The format that is written, and the newest one that can be read.
    static let version = 4
    /// The first format in which events have checksums.
    static let checksumVersion = 2
    /// The first format in which curves are stored beside their events.
    static let curveVersion = 4

    /// Makes the tables of a new study, all or none of them.
    static func create(in database: Database) throws {
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
        try database.execute(sql: tables)
        try StudyViews.create(in: database)
    }

    /// Converts a file of an older format to the current one; its events stay the same.
    static func update(_ database: Database) throws {
        if try version(of: database) < checksumVersion {
            try database.execute(sql: "ALTER TABLE event ADD COLUMN checksum INTEGER")
        }
        if try version(of: database) < version {
            try database.execute(sql: "DROP INDEX IF EXISTS event_by_trial")
            try database.execute(sql: curves)
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        if try !hasReports(database) {
            try database.execute(sql: "DROP INDEX IF EXISTS report_by_trial; \(derived)")
            try DerivedInsertion.addAll(in: database)
        }
        try StudyViews.create(in: database)
    }

    /// Tells whether what is derived from events for views is stored beside them.
    static func hasReports(_ database: Database) throws -> Bool {
        try database.tableExists("report")
    }

    /// The format of a file.
    static func version(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }

    /// Rejects files of other programs and of newer versions.
    static func check(_ database: Database, path: String) throws {
        let found = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard found == applicationID else {
            let isEmpty = try Int.fetchOne(database, sql: "PRAGMA page_count") == 0
            throw isEmpty
                ? StudyStoreError.missing(path: path) : StudyStoreError.notAStudy(path: path)
        }
        let version = try version(of: database)
        guard version <= Self.version else {
            throw StudyStoreError.newerFormat(
                path: path,
                found: version,
                supported: Self.version
            )
        }
    }

    /// What views need of events without reading their texts: the numbers of each report, which
    /// trials certify another one, and what ended an attempt or a trial without a report.
    ///
    /// The rows are derived from events and stored beside them, for views. A row is deleted with
    /// its event when the events after a damaged one are removed. The fingerprint is a number of
    /// 64 bits.
    ///
    /// Of the events of most trials only the report has a row, and no event is in an index, because
    /// a row or an entry takes the coordinator as long as an event.
    private static let derived = """
        CREATE TABLE report (
            trial INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            worker TEXT NOT NULL,
            outcome TEXT NOT NULL,
            connections INTEGER NOT NULL,
            hidden_nodes INTEGER NOT NULL,
            inputs_used INTEGER NOT NULL,
            validation REAL NOT NULL,
            test REAL NOT NULL,
            epochs INTEGER NOT NULL,
            multiply_adds INTEGER NOT NULL,
            seconds REAL NOT NULL,
            cpu_seconds REAL NOT NULL,
            fingerprint INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE certification (
            trial INTEGER PRIMARY KEY,
            sequence INTEGER NOT NULL,
            certifies INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE setback (
            trial INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (trial, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER derived_rows_go_with_their_event AFTER DELETE ON event BEGIN
            DELETE FROM report WHERE trial = old.trial AND sequence = old.sequence;
            DELETE FROM certification WHERE trial = old.trial AND sequence = old.sequence;
            DELETE FROM setback WHERE trial = old.trial AND sequence = old.sequence;
        END;
        """

    /// The curves of reports, stored beside the events, so that replaying events reads a tenth.
    ///
    /// They are for people, and no event depends on them. A curve is deleted with its event when
    /// the events after a damaged one are removed.
    private static let curves = """
        CREATE TABLE IF NOT EXISTS curve (
            sequence INTEGER PRIMARY KEY,
            checks TEXT NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER IF NOT EXISTS curve_goes_with_its_event AFTER DELETE ON event BEGIN
            DELETE FROM curve WHERE sequence = old.sequence;
        END;
        CREATE TRIGGER IF NOT EXISTS curve_is_never_updated BEFORE UPDATE ON curve BEGIN
            SELECT RAISE(ABORT, 'curves were measured and never change');
        END;
        """

    /// `event` is the study; `source` only has its origin, and may change.
    private static let tables = """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            trial INTEGER,
            body TEXT NOT NULL,
            checksum INTEGER
        ) STRICT;
        \(derived)
        \(curves)
        CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event BEGIN
            SELECT RAISE(ABORT, 'events are facts and never change');
        END;
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN
            SELECT RAISE(ABORT, 'events are facts and never go away');
        END;
        CREATE TABLE source (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
