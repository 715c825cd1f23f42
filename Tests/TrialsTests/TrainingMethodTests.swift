import PlainJSON
import Testing
import Trials

@Suite struct TrainingMethodTests {
    private let digest = String(repeating: "0", count: 64)

    @Test func `a task that names no method grows, and growth is not written`() throws {
        let task = try Fixtures.value(TrainingTask.self, from: text(""))
        #expect(task.method == .growth && plain(text("")) == task)
        #expect(try Fixtures.text(task) == text(""))
        let written = FieldWalk.write(capacity: 0) { walk in
            _ = try TrainingTask(&walk, task)
        }
        #expect(String(decoding: written, as: UTF8.self) == text(""))
    }

    @Test func `a task may name its method`() throws {
        let named = text(#""method":"growth","#)
        let task = try Fixtures.value(TrainingTask.self, from: named)
        #expect(task.method == .growth && plain(named) == task)
    }

    @Test func `a method that is not known is refused by name`() throws {
        let named = text(#""method":"magic","#)
        #expect(plain(named) == nil)
        let error = #expect(throws: DecodingError.self) {
            try Fixtures.value(TrainingTask.self, from: named)
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            context.debugDescription == "no training method is called magic here, only growth")
    }

    private func plain(_ text: String) -> TrainingTask? {
        try? FieldWalk.read(Array(text.utf8)) { walk in try TrainingTask(&walk, nil) }
    }

    private func text(_ method: String) -> String {
        let limits = #"{"checks":2,"connections":3,"multiply_adds":4}"#
        return #"{"dataset":"\#(digest)","limits":\#(limits),\#(method)"schedule":"#
            + #"\#(Fixtures.scheduleText),"seed":5,"split":{"seed":6,"shares_rows":false,"#
            + #""test":0.25,"validation":0.5},"target":{"metric":"accuracy","value":0.75}}"#
    }
}
