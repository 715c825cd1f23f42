import Testing
import Trials
import WireProtocol

private func frame(_ text: String) -> [UInt8] {
    Array(text.utf8)
}

/// The error for a worker's text; `nil` if it is read.
private func refusal(of text: String, frames: [[UInt8]] = []) -> MessageDecodingError? {
    do throws(MessageDecodingError) {
        _ = try MessageCodec.decodeWorkerMessage([frame(text)] + frames)
        return nil
    } catch {
        return error
    }
}

@Suite struct MessageRefusalTests {
    @Test func `no frame and an empty frame are empty messages`() {
        #expect(throws: MessageDecodingError.empty) { try MessageCodec.decodeWorkerMessage([]) }
        #expect(refusal(of: "") == .empty)
    }

    @Test func `unknown keys are ignored`() {
        #expect(refusal(of: #"{"mood":["fine"],"type":"goodbye","version":1}"#) == nil)
    }

    @Test func `a frame above the limit is refused unread`() {
        let text = String(repeating: " ", count: MessageCodec.frameBytes + 1)
        #expect(refusal(of: text) == .tooLarge(bytes: MessageCodec.frameBytes + 1))
    }

    @Test func `another version is refused before anything else is checked`() {
        #expect(refusal(of: #"{"type":"dance","version":2}"#) == .unsupportedVersion(2))
        #expect(refusal(of: #"{"type":1,"version":0}"#) == .unsupportedVersion(0))
    }

    @Test func `an unknown type is named`() {
        #expect(refusal(of: #"{"type":"dance","version":1}"#) == .unknownType("dance"))
        #expect(refusal(of: Golden.coordinatorMessages[0]) == .unknownType("welcome"))
    }

    @Test func `the number of frames must match the type`() throws {
        #expect(
            refusal(of: Golden.workerMessages[5], frames: [[1]])
                == .frameCount(found: 2, expected: 1)
        )
        #expect(throws: MessageDecodingError.frameCount(found: 1, expected: 2)) {
            try MessageCodec.decodeCoordinatorMessage([frame(Golden.coordinatorMessages[5])])
        }
        #expect(throws: MessageDecodingError.frameCount(found: 2, expected: 1)) {
            try MessageCodec.decodeCoordinatorMessage([
                frame(Golden.coordinatorMessages[6]), [1],
            ])
        }
    }

    @Test func `a chunk may not reach beyond its dataset`() throws {
        let text = frame(Golden.coordinatorMessages[5])
        #expect(throws: MessageDecodingError.self) {
            try MessageCodec.decodeCoordinatorMessage([text, [1, 2, 3, 4]])
        }
    }

    @Test(arguments: ["null", "[]", "7", "\"hello\"", "{", "{}", "\u{0}", "{\"version\":1}"])
    func `a text that is not a message is malformed`(text: String) {
        guard case .malformed = refusal(of: text) else {
            Issue.record("\(text) gave \(String(describing: refusal(of: text)))")
            return
        }
    }

    @Test func `endless nesting is malformed`() {
        let text = #"{"version":1,"type":"goodbye","x":"# + String(repeating: "[", count: 100_000)
        guard case .malformed = refusal(of: text) else {
            Issue.record("deep nesting was read")
            return
        }
    }

    @Test(arguments: [#""epoch":4.5"#, #""epoch":1e999"#, #""epoch":9223372036854775808"#])
    func `a number that is not whole or too large is refused`(number: String) throws {
        let golden = Golden.workerMessages[2]
        let range = try #require(golden.firstRange(of: #""epoch":4"#))
        let refused = refusal(of: golden.replacingCharacters(in: range, with: number))
        #expect("\(try #require(refused))".contains("a number that its field cannot hold"))
    }

    /// A golden text, what to change in it, and the path that the error begins with.
    static let changes: [(Int, String, String, String)] = [
        (0, #""capacity":2"#, #""capacity":0"#, "capacity"),
        (0, #""capacity":2"#, #""capacity":1025"#, "capacity"),
        (0, #""capacity":2"#, #""capacity":"2""#, "capacity"),
        (0, #""capacity":2,"#, "", "capacity"),
        (0, #""worker":"oak-1""#, #""worker":"oak 1""#, "worker"),
        (0, #""incarnation":1732393500123"#, #""incarnation":-1"#, "incarnation"),
        (0, #""trial":7"#, #""trial":0"#, "holding[0].trial"),
        (1, #""validation":0.9375"#, #""validation":1e13"#, "holding[0].point.validation"),
        (1, #""check":1"#, #""check":-1"#, "holding[0].point.check"),
        (2, #""trial":7"#, #""trial":-7"#, "trial"),
        (2, #""attempt":2"#, #""attempt":99999999999"#, "attempt"),
        (2, #""biases":16"#, #""biases":-16"#, "report.biases"),
        (2, #""epoch":4"#, #""epoch":true"#, "report.curve[0].epoch"),
        (2, #""seconds":1.5"#, #""seconds":-1.5"#, "report.seconds"),
        (2, #"{"reached":{}}"#, #"{"censored":{"cap":-1}}"#, "report.outcome.censored.cap"),
        (2, #"{"reached":{}}"#, #"{"lost":{}}"#, "report.outcome"),
        (2, #""00ff00ff00ff00ff""#, #""00FF00FF00FF00FF""#, "report.fingerprint"),
        (7, #""best":0.9375"#, #""best":1e13"#, "report.course.best"),
        (7, #""peak":160"#, #""peak":-1"#, "report.course.peak"),
        (7, #""peak":160,"#, "", "report.course.peak"),
        (7, #""grown":118"#, #""grown":-1"#, "report.course.grown"),
        (7, "[1,15,60,false]", "[20001,15,60,false]", "report.course.stages[1][0]"),
        (7, "[1,15,60,false]", "[1,15,-60,false]", "report.course.stages[1][2]"),
        (7, "[1,15,60,false]", "[1,15,60,0]", "report.course.stages[1][3]"),
        (7, "[1,15,60,false]", "[1,15,60]", "report.course.stages[1][3]"),
        (3, "out of memory", String(repeating: "x", count: 1001), "characters of reason"),
        (4, #""offset":1048576"#, #""offset":-1"#, "offset"),
        (4, #""dataset":"0"#, #""dataset":"g"#, "dataset"),
    ]

    @Test(arguments: changes)
    func `a bad field is refused with its path`(
        position: Int,
        from: String,
        to: String,
        path: String
    ) throws {
        let golden = Golden.workerMessages[position]
        let range = try #require(golden.firstRange(of: from))
        let refused = refusal(of: golden.replacingCharacters(in: range, with: to))
        guard case .malformed(let reason) = refused else {
            Issue.record("\(to) gave \(String(describing: refused))")
            return
        }
        #expect(reason.hasPrefix(path + ":"), "\(reason)")
    }

    @Test(arguments: [
        (5, #""total":1048579"#, #""total":1048575"#, "offset: 1048576, expected 0 to 1048575"),
        (0, #""study":"digits""#, #""study":"""#, "characters of study: 0, expected 1 to 200"),
        (
            0, #""renewal_interval_ms":10000"#, #""renewal_interval_ms":0"#,
            "renewal_interval_ms: 0, expected 1 to 86400000"
        ),
        (10, #""cap":270"#, #""cap":-1"#, "cap: -1, expected 0 to 1000000000000000"),
        (
            2, #""checks":20000"#, #""checks":20001"#,
            "task.limits.checks: 20001, expected 1 to 20000"
        ),
    ])
    func `a worker refuses a bad field with its path and its bounds`(
        position: Int, from: String, to: String, expected: String
    ) throws {
        let golden = Golden.coordinatorMessages[position]
        let text = golden.replacingCharacters(
            in: try #require(golden.firstRange(of: from)), with: to)
        let frames = position == 5 ? [frame(text), []] : [frame(text)]
        #expect(throws: MessageDecodingError.malformed(reason: expected)) {
            try MessageCodec.decodeCoordinatorMessage(frames)
        }
    }

    @Test func `a worker refuses a schedule with an unknown or illegal parameter`() throws {
        let golden = Golden.coordinatorMessages[2]
        for (from, to) in [("patience", "impatience"), (#""patience":3"#, #""patience":0"#)] {
            let range = try #require(golden.firstRange(of: from))
            let text = golden.replacingCharacters(in: range, with: to)
            do throws(MessageDecodingError) {
                _ = try MessageCodec.decodeCoordinatorMessage([frame(text)])
                Issue.record("\(to) was read")
            } catch {
                #expect("\(error)".hasPrefix("task.schedule."), "\(error)")
            }
        }
    }

    @Test func `more held attempts than the limit are refused`() {
        let held = AttemptProgress(attempt: Example.attempt)
        for count in [1024, 1025] {
            let message = WorkerMessage.progress(holding: Array(repeating: held, count: count))
            let isRead =
                (try? MessageCodec.decodeWorkerMessage(MessageCodec.encode(message))) != nil
            #expect(isRead == (count == 1024))
        }
    }
}

extension String {
    /// The first position of another string.
    fileprivate func firstRange(of part: String) -> Range<String.Index>? {
        ranges(of: part).first
    }

    fileprivate func replacingCharacters(
        in range: Range<String.Index>,
        with text: String
    ) -> String {
        var changed = self
        changed.replaceSubrange(range, with: text)
        return changed
    }
}
