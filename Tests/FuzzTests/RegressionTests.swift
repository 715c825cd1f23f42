import Coordination
import ScheduleSearch
import Studies
import StudyDocuments
import StudyStore
import Testing
import Trials

/// Inputs that once crashed or hung the process, found by `FuzzTests`.
@Suite struct RegressionTests {
    /// The first line of the journal, with one text replaced.
    private func definition(_ text: String, became other: String) throws -> StudyEvent {
        let line = try #require(JournalLines.texts.first)
        try #require(line.contains(text))
        return try JournalLines.event(from: line.replacing(text, with: other))
    }

    @Test(arguments: [
        (#"["gradient","random"]"#, #"["gradiemt","random"]"#),
        (#"["gradient","random"]"#, "[]"),
        (#""range":[1,12]"#, #""range":[0,12]"#),
        (#""parameter":"patience""#, #""parameter":"increment_size""#),
        (
            #"{"integer":{"range":[1,12],"scale":"linear"}},"parameter":"patience""#,
            #"{"integer":{"range":[0,12],"scale":"log"}},"parameter":"cooldown""#
        ),
        (#""replicates":5"#, #""replicates":-5"#),
        (#""finalists":1"#, #""finalists":9223372036854775807"#),
        (#""checks":2000"#, #""checks":0"#),
        (#""test":0,"#, #""test":1.5,"#),
    ])
    func `an impossible definition is refused`(text: String, other: String) {
        #expect(throws: DecodingError.self) { try definition(text, became: other) }
    }

    @Test func `reports of the largest possible work are counted`() throws {
        let claim = #""multiply_adds":9223372036854775807,"outcome""#
        let events = try JournalLines.texts.map { line in
            try JournalLines.event(
                from: line.replacing(/"multiply_adds":[0-9]+,"outcome"/, with: claim))
        }
        let state = try StudyState(replaying: events)
        #expect(state.standings.spent.work > 1e19)
    }

    @Test func `reports of too many connections do not raise the cap`() throws {
        let claim = #""connections":9223372036854775807,"cpu_seconds""#
        let events = try JournalLines.texts.map { line in
            try JournalLines.event(
                from: line.replacing(/"connections":[0-9]+,"cpu_seconds"/, with: claim))
        }
        #expect(try StudyState(replaying: events).cap == 1_000_000_000_000_000)
    }

    @Test func `a trial with the smallest integer is unknown`() throws {
        var state = try StudyState(replaying: JournalLines.events)
        let trial = TrialID(rawValue: .min)
        #expect(throws: JournalError.unknownTrial(trial)) {
            try state.apply(
                .repeated(
                    attempt: Attempt(1, of: trial),
                    worker: #require(WorkerID(rawValue: "oak")), fingerprint: Fingerprint(hash: 1)))
        }
    }

    @Test func `reports without connections leave a winner`() throws {
        let events = try JournalLines.texts.map { line in
            let key = line.replacing(/"connections":[0-9]+,"cpu/, with: #""connections":0,"cpu"#)
            return try JournalLines.event(from: key)
        }
        let history = try StudyHistory(replaying: events.dropLast())
        #expect(history.certificate()?.connections == 1)
        #expect(history.state.best?.connections == 1)
    }

    @Test func `keys that hold keys are refused with a short message`() {
        let text = String(repeating: "? ", count: 800) + "a: 1\n"
        let error = #expect(throws: ConfigError.self) {
            try StudyConfig(yaml: text, file: "a.yaml")
        }
        #expect(error.map { "\($0)".count < 200 } == true)
    }

    @Test func `aliases of aliases of aliases are refused`() {
        let levels = (1...25).map { "k\($0): &k\($0) [*k\($0 - 1), *k\($0 - 1)]\n" }
        let text = "k0: &k0 [1]\n" + levels.joined() + "? *k25\n: 1\n"
        let error = #expect(throws: ConfigError.self) {
            try StudyConfig(yaml: text, file: "a.yaml")
        }
        #expect(error.map { "\($0)".contains("aliases") } == true)
    }
}
