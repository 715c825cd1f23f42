import Randomness
import Testing
import Trials
import WireProtocol

/// Values that several tests share; they are also the examples of `cluster/PROTOCOL.md`.
enum Example {
    static let trial = TrialID(rawValue: 7)
    static let attempt = Attempt(2, of: trial)
    static let point = GrowthPoint(
        check: 1,
        epoch: 4,
        connections: 118,
        hiddenNodes: 6,
        validation: 0.9375,
        multiplyAdds: 52_000_000
    )

    static func worker() throws -> WorkerID {
        try #require(WorkerID(rawValue: "oak-1"))
    }

    static func dataset() throws -> DatasetDigest {
        try #require(DatasetDigest(rawValue: String(repeating: "0123456789abcdef", count: 4)))
    }

    static func report() throws -> TrainingReport {
        TrainingReport(
            outcome: .reached,
            connections: 118,
            hiddenNodes: 6,
            inputsUsed: 40,
            biases: 16,
            validation: 0.9375,
            test: 0.925,
            epochs: 4,
            multiplyAdds: 52_000_000,
            curve: [point],
            fingerprint: try #require(Fingerprint(rawValue: "00ff00ff00ff00ff")),
            seconds: 1.5,
            cpuSeconds: 1.25
        )
    }

    static func task() throws -> TrainingTask {
        TrainingTask(
            schedule: GrowthSchedule()
                .setting(.incrementSize, to: .real(0.25)).setting(.patience, to: .integer(3))
                .setting(.learningRateDecay, to: .real(0.6))
                .setting(.overshoot, to: .real(1.5)).setting(.dropFraction, to: .real(0.15))
                .setting(.rewiringInterval, to: .integer(25))
                .setting(.thinning, to: .category("activation"))
                .setting(.thinningLearningRate, to: .real(2))
                .setting(.thinningWeightDecay, to: .real(0.2))
                .setting(.thinningRate, to: .real(0.5))
                .setting(.thinningSteps, to: .integer(400))
                .setting(.tuningSteps, to: .integer(1200))
                .setting(.maximumEpochs, to: .integer(1000)),
            dataset: try dataset(),
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 0.95),
            seed: Seed(rawValue: .max),
            cap: 500
        )
    }

    static func workerMessages() throws -> [WorkerMessage] {
        [
            .hello(
                worker: try worker(),
                incarnation: 1_732_393_500_123,
                capacity: 2,
                holding: [AttemptProgress(attempt: attempt)]
            ),
            .progress(holding: [AttemptProgress(attempt: attempt, point: point)]),
            .report(attempt: attempt, report: try report()),
            .release(attempt: attempt, reason: "out of memory"),
            .fetch(dataset: try dataset(), offset: 1_048_576),
            .goodbye,
            .release(attempt: attempt, reason: "out of memory", cause: .broke(.memory)),
            .report(
                attempt: attempt,
                report: try report().withCurve(
                    [point],
                    course: TrainingCourse(
                        best: 0.9375, grown: 118, peak: 160,
                        stages: [
                            .init(round: 1, check: 9, connections: 80, isHeld: true),
                            .init(round: 1, check: 15, connections: 60, isHeld: false),
                        ]))),
        ]
    }

    static func coordinatorMessages() throws -> [CoordinatorMessage] {
        [
            .welcome(study: "digits", renewalInterval: 10_000),
            .identify,
            .lease(attempt: attempt, task: try task()),
            .acknowledge(attempt: attempt),
            .revoke(attempt: attempt),
            .chunk(dataset: try dataset(), offset: 1_048_576, total: 1_048_579, bytes: [1, 2, 3]),
            .drain,
            .finished,
            .refused(reason: "version 2 is not spoken here"),
            .welcome(
                study: "digits", renewalInterval: 10_000,
                guards: TrialGuards(
                    milliseconds: 1_800_000, memory: 2_000_000_000, stallMilliseconds: 900_000)),
            .cap(attempt: attempt, cap: 270),
        ]
    }
}
