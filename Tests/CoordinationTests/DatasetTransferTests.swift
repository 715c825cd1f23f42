import Coordination
import Randomness
import Testing
import Trials
import WireProtocol

/// A dataset that does not fit into one message.
@Suite struct DatasetTransferTests {
    private let bytes = (0..<(2 * MessageCodec.chunkBytes + 5)).map { UInt8($0 % 251) }

    private func digest() throws -> DatasetDigest {
        try #require(DatasetDigest(rawValue: String(repeating: "ef", count: 32)))
    }

    /// A worker that the coordinator has admitted.
    private func worker() throws -> WorkerSession {
        var session = WorkerSession(
            worker: try #require(WorkerID(rawValue: "one")), incarnation: 5, slots: 1)
        _ = session.handle(.received(.welcome(study: "s", renewalInterval: 1000)), at: .zero)
        return session
    }

    private func lease() throws -> CoordinatorMessage {
        .lease(
            attempt: Attempt(1, of: TrialID(rawValue: 1)),
            task: TrainingTask(
                schedule: GrowthSchedule(), dataset: try digest(),
                split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
                target: TargetScore(metric: .accuracy, value: 0.9), seed: Seed(rawValue: 1)))
    }

    @Test func `a dataset of several chunks arrives whole, one chunk after the other`() throws {
        let served = ServedDataset(try digest(), bytes)
        var session = try worker()
        var directives = session.handle(.received(try lease()), at: .zero)
        var offsets: [Int] = []
        while case .send(.fetch(let dataset, let offset))? = directives.first {
            offsets.append(offset)
            let frames = MessageCodec.encode(served.chunk(of: dataset, from: offset))
            directives = session.handle(
                .received(try MessageCodec.decodeCoordinatorMessage(frames)), at: .zero)
        }
        #expect(offsets == [0, MessageCodec.chunkBytes, 2 * MessageCodec.chunkBytes])
        #expect(directives == [.load(try digest(), bytes: bytes)])
    }

    @Test func `a chunk that comes twice is taken once`() throws {
        let served = ServedDataset(try digest(), bytes)
        var session = try worker()
        _ = session.handle(.received(try lease()), at: .zero)
        let first = WorkerSession.Input.received(served.chunk(of: try digest(), from: 0))
        let next = WorkerSession.Directive.send(
            .fetch(dataset: try digest(), offset: MessageCodec.chunkBytes))
        #expect(session.handle(first, at: .zero) == [next])
        #expect(session.handle(first, at: .zero).isEmpty)
    }
}
