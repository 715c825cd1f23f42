import Randomness
import Testing
import Trials
import WireProtocol

private func frame(_ text: String) -> [UInt8] {
    Array(text.utf8)
}

@Suite struct MessageCodecTests {
    @Test func `the bytes of every message never change`() throws {
        let worker = try Example.workerMessages().map { MessageCodec.encode($0) }
        #expect(worker == Golden.workerMessages.map { [frame($0)] })
        let coordinator = try Example.coordinatorMessages().map { MessageCodec.encode($0) }
        let frames = Golden.coordinatorMessages.map { text in
            text.contains(#""type":"chunk""#) ? [frame(text), [1, 2, 3]] : [frame(text)]
        }
        #expect(coordinator == frames)
    }

    @Test func `every message survives the wire`() throws {
        for message in try Example.workerMessages() {
            let read = try MessageCodec.decodeWorkerMessage(MessageCodec.encode(message))
            #expect(read == message)
        }
        for message in try Example.coordinatorMessages() {
            let read = try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
            #expect(read == message)
        }
    }

    @Test func `the largest limits that a study may have are leased`() throws {
        let sample = try Example.task()
        let limits = TrainingLimits(
            checks: TrainingLimits.checkRange.upperBound,
            multiplyAdds: TrainingLimits.multiplyAddRange.upperBound,
            connections: TrainingLimits.connectionRange.upperBound)
        let task = TrainingTask(
            schedule: sample.schedule, dataset: sample.dataset, split: sample.split,
            target: sample.target, seed: sample.seed, limits: limits)
        let message = CoordinatorMessage.lease(attempt: Example.attempt, task: task)
        let read = try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
        #expect(read == message)
    }

    @Test(arguments: [
        TrainingOutcome.reached, .censored(cap: 12), .failed(reason: .diverged(check: 3)),
        .failed(reason: .targetMissed(checks: 4)), .failed(reason: .fullyGrown(connections: 5)),
        .failed(reason: .exhausted(multiplyAdds: 6)),
    ])
    func `every outcome survives the wire`(outcome: TrainingOutcome) throws {
        let sample = try Example.report()
        let report = TrainingReport(
            outcome: outcome,
            connections: 1,
            hiddenNodes: 2,
            inputsUsed: 3,
            biases: 4,
            validation: 0.1 + 0.2,
            test: 1e-300,
            epochs: 5,
            multiplyAdds: 999_999_999_999_999,
            curve: [],
            fingerprint: sample.fingerprint
        )
        let message = WorkerMessage.report(
            attempt: Example.attempt,
            report: report
        )
        let read = try MessageCodec.decodeWorkerMessage(MessageCodec.encode(message))
        #expect(read == message)
    }

    @Test func `the longest curve fits into a frame`() throws {
        let point = GrowthPoint(
            check: 999_999_999_999,
            epoch: 999_999_999_999,
            connections: 999_999_999_999,
            hiddenNodes: 999_999_999_999,
            validation: -0.12345678901234567,
            multiplyAdds: 999_999_999_999_999
        )
        let sample = try Example.report()
        let report = TrainingReport(
            outcome: .reached,
            connections: 1,
            hiddenNodes: 2,
            inputsUsed: 3,
            biases: 4,
            validation: 0.5,
            test: 0.5,
            epochs: 5,
            multiplyAdds: 6,
            curve: Array(repeating: point, count: MessageCodec.curvePoints),
            fingerprint: sample.fingerprint
        )
        let message = WorkerMessage.report(
            attempt: Example.attempt,
            report: report
        )
        let frames = MessageCodec.encode(message)
        #expect(frames[0].count <= MessageCodec.frameBytes)
        let read = try MessageCodec.decodeWorkerMessage(frames)
        #expect(read == message)
    }

    @Test func `a reason that is too long is cut when it is written`() throws {
        let message = CoordinatorMessage.refused(reason: String(repeating: "é", count: 1500))
        let read = try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
        #expect(read == .refused(reason: String(repeating: "é", count: 1000)))
    }
}
