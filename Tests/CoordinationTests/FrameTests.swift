import Coordination
import Testing
import Trials
import WireProtocol

/// What the frames mean that a socket has received.
@Suite struct FrameTests {
    private func frames(_ message: WorkerMessage, from name: String) -> [[UInt8]] {
        [Array(name.utf8)] + MessageCodec.encode(message)
    }

    private func hello(_ name: String) throws -> WorkerMessage {
        .hello(
            worker: try #require(WorkerID(rawValue: name)), incarnation: 1, capacity: 1,
            holding: [])
    }

    @Test func `a message is what its sender says`() throws {
        let stage = try Stage(trials: 1)
        let input = stage.coordinator.input(
            of: frames(try hello("oak"), from: "a"), admittedAs: nil)
        #expect(input == .received(try hello("oak"), from: stage.peer("a")))
    }

    @Test func `no frames are no message`() throws {
        #expect(try Stage(trials: 1).coordinator.input(of: [], admittedAs: nil) == nil)
    }

    @Test func `a worker is one of those of its key, whatever it calls itself`() throws {
        let stage = try Stage(trials: 1)
        for (said, meant) in [("oak", "oak"), ("oak.1", "oak.1"), ("elm", "oak.elm")] {
            let input = stage.coordinator.input(
                of: frames(try hello(said), from: "a"), admittedAs: "oak")
            #expect(input == .received(try hello(meant), from: stage.peer("a")))
        }
    }

    @Test func `a name that is too long behind that of a key is garbled`() throws {
        let stage = try Stage(trials: 1)
        let long = String(repeating: "x", count: 64)
        let input = stage.coordinator.input(
            of: frames(try hello(long), from: "a"), admittedAs: "oak")
        guard case .garbled = input else {
            Issue.record("\(String(describing: input))")
            return
        }
    }

    @Test func `nobody speaks for a worker of another key`() throws {
        var stage = try Stage(trials: 1)
        try stage.join("oak")
        let input = stage.coordinator.input(
            of: frames(.progress(holding: []), from: "oak"), admittedAs: "elm")
        #expect(
            input == .garbled(reason: "elm sends messages as oak", from: stage.peer("oak")))
    }

    @Test func `a long frame of somebody without a name is not read`() throws {
        var stage = try Stage(trials: 1)
        let long = [UInt8](repeating: 0x20, count: (512 << 10) + 1)
        let asked = stage.coordinator.input(of: [Array("oak".utf8), long], admittedAs: nil)
        #expect(asked == .received(.progress(holding: []), from: stage.peer("oak")))
        try stage.join("oak")
        guard
            case .garbled = stage.coordinator.input(of: [Array("oak".utf8), long], admittedAs: nil)
        else {
            Issue.record("a frame of a worker that is known was not read")
            return
        }
    }
}
