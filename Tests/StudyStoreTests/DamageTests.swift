import FoundationEssentials
import GRDB
import Glibc
import Randomness
import Studies
import StudyStore
import Testing

/// A study file that the disk or another program changed.
@Suite struct DamageTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        let journal = try StudyJournal.create(at: directory.study)
        for _ in 0..<4 { try journal.append(try Example.events(), at: 0) }
    }

    private func bytes() throws -> [UInt8] {
        let descriptor = unsafe open(directory.study, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
        #expect(unsafe pread(descriptor, &bytes, bytes.count, 0) == bytes.count)
        return bytes
    }

    private func write(_ bytes: [UInt8]) throws {
        for suffix in ["-wal", "-shm"] { unsafe unlink(directory.study + suffix) }
        let descriptor = unsafe open(directory.study, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        #expect(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }

    private enum Reading: Hashable {
        case events([StudyEvent])
        case refusal(StudyStoreError)
    }

    /// Reads the study as `status` does.
    private func readingAsGuest() -> Reading {
        do throws(StudyStoreError) {
            return .events(try StudyReader(at: directory.study).events())
        } catch {
            return .refusal(error)
        }
    }

    /// Reads the study as a coordinator does that continues it.
    private func readingAsWriter() -> Reading {
        do throws(StudyStoreError) {
            return .events(try StudyJournal.open(at: directory.study).events())
        } catch {
            return .refusal(error)
        }
    }

    @Test func `a flipped bit is found, or changes no event`() throws {
        let whole = try bytes()
        let events = try StudyReader(at: directory.study).events()
        var generator = Seed(rawValue: 1).generator()
        var refusals = 0
        for _ in 0..<60 {
            var damaged = whole
            let place = generator.integer(below: whole.count)
            damaged[place] ^= 1 << UInt8(generator.integer(below: 8))
            try write(damaged)
            for reading in [readingAsGuest(), readingAsWriter()] {
                switch reading {
                case .events(let found): #expect(found == events, "a flip of byte \(place)")
                case .refusal(let error):
                    refusals += 1
                    #expect("\(error)".contains(directory.study))
                }
            }
        }
        // About half of this small file is the text of its events, the rest is unused space of
        // pages.
        #expect(refusals > 40, "\(refusals) of 120")
    }

    @Test func `a changed letter of an event is found, with a way out`() throws {
        var damaged = try bytes()
        let word = Array("\"hidden_nodes\":6".utf8)
        let place = try #require(
            damaged.indices.first { damaged[$0...].starts(with: word) })
        damaged[place + word.count - 1] = UInt8(ascii: "7")
        try write(damaged)
        for reading in [readingAsGuest(), readingAsWriter()] {
            guard case .refusal(.corrupted(_, let sequence?, let reason)) = reading else {
                Issue.record("\(reading)")
                continue
            }
            #expect(reason == "its text is not what was written")
            guard case .refusal(let error) = reading else { continue }
            #expect("\(error)".contains("the \(sequence - 1) events before it can be read"))
        }
    }

    @Test func `a study of the first format is read, and continued with checksums`() throws {
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(sql: "ALTER TABLE event DROP COLUMN checksum")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        let events = try StudyReader(at: directory.study).events()
        let journal = try StudyJournal.open(at: directory.study)
        try journal.append(Array(try Example.events().suffix(1)), at: 0)
        #expect(try journal.events().dropLast() == events[...])
        let checked = try DatabaseQueue(path: directory.study).read { database in
            try Int.fetchAll(
                database, sql: "SELECT sequence FROM event WHERE checksum IS NOT NULL")
        }
        #expect(checked == [events.count + 1])
    }

    @Test func `a study of the second format is read, and continued in the present one`() throws {
        let events = try StudyReader(at: directory.study).events()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA user_version = 2;
                    CREATE INDEX event_by_trial ON event (trial, kind) WHERE trial IS NOT NULL;
                    DROP TRIGGER event_is_never_updated;
                    """)
            for (index, event) in events.enumerated() {
                let text = String(decoding: try encoder.encode(event), as: UTF8.self)
                try database.execute(
                    sql: "UPDATE event SET body = ?, checksum = ? WHERE sequence = ?",
                    arguments: [text, Self.checksum(text, sequence: index + 1), index + 1])
            }
        }
        #expect(try StudyReader(at: directory.study).events() == events)
        let journal = try StudyJournal.open(at: directory.study)
        try journal.append([Example.proposed(8)], at: 0)
        #expect(try journal.events() == events + [Example.proposed(8)])
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(
                sql: "UPDATE event SET body = replace(body, 'oak', 'oac') WHERE sequence = 8")
        }
        guard case .refusal(.corrupted(directory.study, 8, _)) = readingAsGuest() else {
            Issue.record("\(readingAsGuest())")
            return
        }
    }

    /// 64-bit FNV-1a, as used in formats up to the second.
    private static func checksum(_ text: String, sequence: Int) -> Int64 {
        let number = (0..<8).map { UInt8(truncatingIfNeeded: sequence >> (8 * $0)) }
        let state = (number + Array(text.utf8)).reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: state)
    }

    @Test func `reading a study leaves no file beside it`() throws {
        do {
            let reader = try StudyReader(at: directory.study)
            #expect(try reader.events().isEmpty == false)
        }
        for suffix in ["-wal", "-shm", "-lock"] {
            #expect(unsafe access(directory.study + suffix, F_OK) != 0, "\(suffix)")
        }
    }

    @Test func `the writer's note is read as long as the writer lives`() throws {
        let reader = try StudyReader(at: directory.study)
        #expect(reader.writerNote() == nil)
        do {
            let journal = try StudyJournal.open(at: directory.study)
            #expect(reader.writerNote() == .working)
            journal.announce(.paused(since: 1_700_000_000_000))
            #expect(reader.writerNote() == .paused(since: 1_700_000_000_000))
            journal.announce(.working)
            #expect(reader.writerNote() == .working)
        }
        #expect(reader.writerNote() == nil)
    }
}
