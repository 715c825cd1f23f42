internal import GRDB
package import Studies

/// The events of a study file, read one after the other, so that they are never all in memory.
///
/// It can be iterated once. It ends at the first event that cannot be read; its owner throws the
/// error afterwards.
package final class EventCursor: Sequence, IteratorProtocol {
    private let rows: EventSelection
    private var codec: EventCodec
    private let path: String
    /// The number of the latest event.
    private var sequence: Int
    /// Why an event could not be read; `nil` if there was no such event.
    private(set) var failure: (any Error)?

    /// Starts after an event.
    init(in database: Database, after sequence: Int, path: String) throws {
        rows = try EventSelection(from: database, behind: sequence)
        codec = try StudyConnection.codec(in: database, behind: sequence)
        self.path = path
        self.sequence = sequence
    }

    /// The next event; `nil` after the last one, and after one that cannot be read.
    package func next() -> StudyEvent? {
        guard failure == nil else { return nil }
        do {
            guard let row = try rows.next() else { return nil }
            let event = try read(row)
            sequence += 1
            return event
        } catch {
            failure = error
            return nil
        }
    }

    private func read(_ row: StoredEvent) throws -> StudyEvent {
        guard row.sequence == sequence + 1 else {
            throw StudyStoreError.corrupted(
                path: path, sequence: sequence + 1,
                reason: "event \(row.sequence) follows instead")
        }
        do {
            return try event(in: row)
        } catch let error as DecodingError {
            throw StudyStoreError.corrupted(
                path: path, sequence: row.sequence, reason: "it cannot be read: \(error)")
        }
    }

    /// Reads one event, and checks that its text has not changed.
    private func event(in row: StoredEvent) throws -> StudyEvent {
        if let checksum = row.checksum,
            !EventChecksum.matches(checksum, row.body, sequence: row.sequence)
        {
            throw StudyStoreError.corrupted(
                path: path, sequence: row.sequence, reason: "its text is not what was written")
        }
        let event = try codec.event(from: row.body)
        guard row.kind == event.kind.rawValue else {
            throw StudyStoreError.corrupted(
                path: path, sequence: row.sequence,
                reason: "its kind is \(row.kind), expected \(event.kind.rawValue)")
        }
        return event
    }
}
