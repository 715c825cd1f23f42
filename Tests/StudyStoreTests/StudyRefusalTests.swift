import GRDB
import Glibc
import Studies
import StudyStore
import Testing
import Trials

/// The error that a closure throws; `nil` if it throws none.
private func refusal(_ body: () throws(StudyStoreError) -> Void) -> StudyStoreError? {
    do throws(StudyStoreError) {
        try body()
        return nil
    } catch {
        return error
    }
}

@Suite struct StudyRefusalTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func opening() -> StudyStoreError? {
        refusal { () throws(StudyStoreError) in _ = try StudyJournal.open(at: directory.study) }
    }

    private func reading() -> StudyStoreError? {
        refusal { () throws(StudyStoreError) in
            _ = try StudyReader(at: directory.study).events()
        }
    }

    private func write(_ text: String) throws {
        let descriptor = unsafe open(directory.study, O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        let bytes = Array(text.utf8)
        #expect(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
    }

    /// Makes a study of many events and closes it.
    private func makeStudy() throws {
        let journal = try StudyJournal.create(at: directory.study)
        for _ in 0..<10 { try journal.append(try Example.events(), at: 0) }
    }

    @Test func `a study that does not exist is missing`() {
        #expect(opening() == .missing(path: directory.study))
        #expect(reading() == .missing(path: directory.study))
        #expect(unsafe access(directory.study + "-lock", F_OK) != 0)
    }

    @Test func `a study that was cut off before it began is missing and can be begun`() throws {
        try write("")
        #expect(opening() == .missing(path: directory.study))
        #expect(reading() == .missing(path: directory.study))
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try Example.events(), at: 0)
        #expect(try journal.events() == Example.events())
    }

    @Test func `a study is never begun over another file`() throws {
        try makeStudy()
        let error = refusal { () throws(StudyStoreError) in
            _ = try StudyJournal.create(at: directory.study)
        }
        #expect(error == .alreadyExists(path: directory.study))
        #expect(reading() == nil)
    }

    @Test func `a text is not a study`() throws {
        try write(String(repeating: "study: digits\n", count: 1000))
        #expect(opening() == .notAStudy(path: directory.study))
        #expect(reading() == .notAStudy(path: directory.study))
    }

    @Test func `a named pipe or a folder is not a study`() throws {
        try #require(unsafe mkfifo(directory.study, 0o600) == 0)
        #expect(opening() == .notAStudy(path: directory.study))
        #expect(reading() == .notAStudy(path: directory.study))
        try #require(unsafe unlink(directory.study) == 0)
        try #require(unsafe mkdir(directory.study, 0o700) == 0)
        #expect(opening() == .notAStudy(path: directory.study))
        #expect(reading() == .notAStudy(path: directory.study))
    }

    @Test func `a database of another program is not a study`() throws {
        try DatabaseQueue(path: directory.study).write { database in
            try database.execute(sql: "CREATE TABLE event (sequence INTEGER PRIMARY KEY)")
        }
        #expect(opening() == .notAStudy(path: directory.study))
        #expect(reading() == .notAStudy(path: directory.study))
    }

    @Test func `a study of a newer version is refused`() throws {
        try makeStudy()
        try DatabaseQueue(path: directory.study).inDatabase { database in
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        let expected = StudyStoreError.newerFormat(path: directory.study, found: 5, supported: 4)
        #expect(opening() == expected)
        #expect(reading() == expected)
    }

    @Test func `a second writer gets the process of the first one`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        #expect(opening() == .inUse(path: directory.study, processID: Int(getpid())))
        #expect(opening()?.isTransient == true)
        try journal.append(try Example.events(), at: 0)
        #expect(try journal.events() == Example.events())
    }

    @Test func `the lock file of a writer that died blocks no other writer`() throws {
        try makeStudy()
        let descriptor = unsafe open(directory.study + "-lock", O_WRONLY | O_CREAT, 0o600)
        #expect(unsafe Glibc.write(descriptor, "4194303\n", 8) == 8)
        close(descriptor)
        #expect(opening() == nil)
    }

    @Test(arguments: [0.95, 0.5, 0.1])
    func `a truncated study is damaged`(share: Double) throws {
        try makeStudy()
        var status = stat()
        unsafe stat(directory.study, &status)
        #expect(unsafe truncate(directory.study, Int(Double(status.st_size) * share)) == 0)
        guard case .corrupted(directory.study, nil, _) = opening() else {
            Issue.record("\(String(describing: opening()))")
            return
        }
        #expect("\(try #require(opening()))".contains(".recover"))
    }

    @Test func `an event that cannot be read is named`() throws {
        try makeStudy()
        // As in a file of the first format, which has no checksums.
        try tamper(
            "UPDATE event SET body = replace(body, 'hidden', 'hiden'), checksum = NULL "
                + "WHERE sequence = 12")
        #expect(opening() == nil)
        guard case .corrupted(directory.study, 12, let reason) = reading() else {
            Issue.record("\(String(describing: reading()))")
            return
        }
        #expect(reason.contains("hidden_nodes"))
        #expect("\(try #require(reading()))".contains("the 11 events before it can be read"))
    }

    @Test func `a missing event is noticed`() throws {
        try makeStudy()
        try tamper("DELETE FROM event WHERE sequence = 100")
        guard case .corrupted(directory.study, 100, _) = reading() else {
            Issue.record("\(String(describing: reading()))")
            return
        }
    }

    private func tamper(_ sql: String) throws {
        try DatabaseQueue(path: directory.study).write { database in
            try database.execute(sql: "DROP TRIGGER event_is_never_updated")
            try database.execute(sql: "DROP TRIGGER event_is_never_deleted")
            try database.execute(sql: sql)
        }
    }

    @Test func `a directory that does not exist is refused with a message`() {
        let path = directory.path + "/nowhere/study"
        let error = refusal { () throws(StudyStoreError) in
            _ = try StudyJournal.create(at: path)
        }
        guard case .inaccessible(_, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == "No such file or directory")
    }
}
