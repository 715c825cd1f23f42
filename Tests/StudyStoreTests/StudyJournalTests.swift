import GRDB
import Glibc
import Randomness
import Studies
import StudyStore
import Testing
import Trials

private let noon = 1_795_953_600_123

@Suite struct StudyJournalTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func `appended events are there after reopening`() throws {
        let events = try Example.events()
        do {
            let journal = try StudyJournal.create(at: directory.study)
            try journal.append(Array(events[..<7]), at: noon)
            try journal.append([], at: noon)
            try journal.append(Array(events[7...]), at: noon + 1)
            #expect(try journal.events() == events)
        }
        let journal = try StudyJournal.open(at: directory.study)
        #expect(try journal.events() == events)
        try journal.append([.budgeted(budget: StudyBudget(trials: .max))], at: noon)
        let read = try StudyReader(at: directory.study).events(after: events.count)
        #expect(read == [.budgeted(budget: StudyBudget(trials: .max))])
    }

    @Test func `a closed study is one file that only its owner may read`() throws {
        do {
            let journal = try StudyJournal.create(at: directory.study)
            try journal.append(try Example.events(), at: noon)
        }
        var status = stat()
        unsafe stat(directory.study, &status)
        #expect(status.st_mode & 0o777 == 0o600)
        for suffix in ["-wal", "-shm", "-lock", "-journal"] {
            #expect(unsafe access(directory.study + suffix, F_OK) != 0, "\(suffix)")
        }
    }

    @Test func `the bytes of the journal never change`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try Golden.events(), at: noon)
        let rows = try DatabaseQueue(path: directory.study).read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM event ORDER BY sequence").map { row in
                "\(row[0] as Int)|\(row[1] as String)|\(row[2] as String)|"
                    + "\((row[3] as Int?).map(String.init) ?? "")|\(row[4] as String)"
            }
        }
        #expect(rows == Golden.rows)
    }

    @Test func `whole numbers keep all of their bits`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        let event = StudyEvent.proposed(
            trial: TrialID(rawValue: .max),
            schedule: GrowthSchedule(),
            seed: Seed(rawValue: .max),
            purpose: .search
        )
        try journal.append([event], at: noon)
        #expect(try journal.events() == [event])
    }

    @Test func `no program can change or remove an event`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append(try Example.events(), at: noon)
        let stranger = try DatabaseQueue(path: directory.study)
        for sql in ["UPDATE event SET body = ''", "DELETE FROM event WHERE sequence = 1"] {
            #expect(throws: DatabaseError.self) {
                try stranger.write { try $0.execute(sql: sql) }
            }
        }
        #expect(try journal.events() == Example.events())
    }

    @Test func `the source of a study is noted beside the facts`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.setSource("config", to: "digits.yaml")
        try journal.setSource("config", to: "configs/digits.yaml")
        #expect(try journal.source("config") == "configs/digits.yaml")
        let reader = try StudyReader(at: directory.study)
        #expect(try reader.source("config") == "configs/digits.yaml")
        #expect(try reader.source("weather") == nil)
        #expect(try reader.events().isEmpty)
    }

    @Test func `a reader follows a journal that is being written`() throws {
        let events = try Example.events()
        let journal = try StudyJournal.create(at: directory.study)
        let reader = try StudyReader(at: directory.study)
        for (index, event) in events.enumerated() {
            try journal.append([event], at: noon)
            #expect(try reader.events(after: index) == [event])
        }
        #expect(try reader.events() == events)
    }

    @Test func `a reader with an open snapshot does not block the journal`() throws {
        let journal = try StudyJournal.create(at: directory.study)
        try journal.append([.budgeted(budget: StudyBudget(trials: 1))], at: noon)
        var configuration = Configuration()
        configuration.readonly = true
        let stranger = try DatabaseQueue(path: directory.study, configuration: configuration)
        try stranger.read { database in
            let before = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
            try journal.append([.budgeted(budget: StudyBudget(trials: 2))], at: noon)
            let after = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
            #expect([before, after] == [1, 1])
        }
        #expect(try journal.events().count == 2)
    }
}
