internal import GRDB
internal import Studies
internal import Trials

/// The statements that add an event, its curve and what is derived from it, with values bound by
/// hand, because they run three times per trial.
struct EventInsertion {
    private let statement: BoundStatement
    private let curves: BoundStatement
    private let derived: DerivedInsertion
    /// The time of the turn, as text.
    private let time: [UInt8]

    /// Prepares to add the events of one moment.
    init(into database: Database, at time: [UInt8]) throws {
        self.time = time
        statement = try BoundStatement(
            """
            INSERT INTO event (sequence, at, kind, trial, body, checksum)
            VALUES (?, ?, ?, ?, ?, ?)
            """, in: database)
        curves = try BoundStatement(
            "INSERT INTO curve (sequence, checks, checksum) VALUES (?, ?, ?)", in: database)
        derived = try DerivedInsertion(into: database)
    }

    /// Adds an event.
    ///
    /// - Throws: `DatabaseError`.
    func add(_ entry: JournalEntry, sequence: Int) throws {
        var kind = entry.event.kind.rawValue
        // The texts must not move until the statement has run.
        try unsafe time.withUnsafeBufferPointer { time in
            try kind.withUTF8 { kind in
                try unsafe entry.body.withUnsafeBufferPointer { body in
                    statement.bind(sequence, at: 1)
                    unsafe statement.bind(time, at: 2)
                    unsafe statement.bind(kind, at: 3)
                    statement.bind(entry.event.trial?.rawValue, at: 4)
                    unsafe statement.bind(body, at: 5)
                    let checksum = EventChecksum.of(entry.body, sequence: sequence)
                    statement.bind(Int(checksum), at: 6)
                    try statement.run()
                }
            }
        }
        if let curve = entry.curve { try add(curve: curve, sequence: sequence) }
        try derived.add(entry.event, sequence: sequence)
    }

    private func add(curve: [UInt8], sequence: Int) throws {
        try unsafe curve.withUnsafeBufferPointer { text in
            curves.bind(sequence, at: 1)
            unsafe curves.bind(text, at: 2)
            let checksum = EventChecksum.of(curve, sequence: sequence)
            curves.bind(Int(checksum), at: 3)
            try curves.run()
        }
    }
}
