import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

/// Events of a small study with every kind of event.
enum Example {
    static func worker(_ name: String) throws -> WorkerID {
        try #require(WorkerID(rawValue: name))
    }

    static func trial(_ number: Int) -> TrialID { TrialID(rawValue: number) }

    static func definition() throws -> StudyDefinition {
        StudyDefinition(
            name: "digits",
            dataset: try #require(
                DatasetDigest(rawValue: String(repeating: "0123456789abcdef", count: 4))
            ),
            learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 0.95),
            space: SearchSpace(
                base: base,
                dimensions: [
                    SearchSpace.Dimension(
                        parameter: .patience,
                        domain: .integer(range: 1...12, scale: .linear)
                    ),
                    SearchSpace.Dimension(
                        parameter: .incrementSize,
                        domain: .real(range: 0.02...0.5, scale: .log)
                    ),
                ]),
            certification: CertificationPlan(finalists: 5, replicates: 5, confirmations: 10)
        )
    }

    static func report(
        _ outcome: TrainingOutcome,
        connections: Int,
        checks: Int = 2
    ) throws -> TrainingReport {
        let curve = (1...checks).map { check in
            GrowthPoint(
                check: check,
                epoch: 4 * check,
                connections: connections / (checks - check + 1),
                hiddenNodes: check,
                validation: 0.1 + 0.2,
                multiplyAdds: 1000 * check
            )
        }
        return TrainingReport(
            outcome: outcome,
            connections: connections,
            hiddenNodes: 6,
            inputsUsed: 40,
            biases: 16,
            validation: 0.9375,
            test: 0.925,
            epochs: 8,
            multiplyAdds: .max,
            curve: curve,
            fingerprint: Fingerprint(hash: .max),
            seconds: 1.5,
            cpuSeconds: 1.25
        )
    }

    /// All values are named where golden texts need it, so that defaults may change.
    static let base = GrowthSchedule().setting(.incrementSize, to: .real(0.2))
        .setting(.patience, to: .integer(3)).setting(.learningRateDecay, to: .real(0.6))
        .setting(.maximumEpochs, to: .integer(1000))
        .setting(.overshoot, to: .real(1.5)).setting(.dropFraction, to: .real(0.15))
        .setting(.rewiringInterval, to: .integer(25))
        .setting(.thinning, to: .category("activation"))
        .setting(.thinningLearningRate, to: .real(2)).setting(.thinningRate, to: .real(0.5))
        .setting(.thinningWeightDecay, to: .real(0.2))
        .setting(.thinningSteps, to: .integer(400)).setting(.tuningSteps, to: .integer(1200))

    static func proposed(_ number: Int, purpose: TrialPurpose = .search) -> StudyEvent {
        .proposed(
            trial: trial(number),
            schedule: base.setting(.patience, to: .integer(number)),
            seed: Seed(rawValue: .max - UInt64(number)),
            purpose: purpose
        )
    }

    static func events() throws -> [StudyEvent] {
        let (oak, elm) = (try worker("oak"), try worker("elm"))
        return [
            .defined(definition: try definition()),
            .budgeted(budget: StudyBudget(trials: 120)),
            proposed(1), proposed(2), proposed(3), proposed(4), proposed(5),
            .leased(attempt: Attempt(1, of: trial(1)), worker: oak),
            .leased(attempt: Attempt(1, of: trial(2)), worker: elm),
            .lost(attempt: Attempt(1, of: trial(2)), worker: elm, reason: .silence),
            .leased(attempt: Attempt(2, of: trial(2)), worker: oak),
            .reported(
                attempt: Attempt(1, of: trial(1)),
                worker: oak,
                report: try report(.reached, connections: 300)
            ),
            .reported(
                attempt: Attempt(2, of: trial(2)),
                worker: oak,
                report: try report(.reached, connections: 118)
            ),
            .repeated(
                attempt: Attempt(1, of: trial(2)),
                worker: elm,
                fingerprint: Fingerprint(hash: 7)
            ),
            .leased(attempt: Attempt(1, of: trial(3)), worker: elm),
            .reported(
                attempt: Attempt(1, of: trial(3)),
                worker: elm,
                report: try report(.censored(cap: 200), connections: 201)
            ),
            .leased(attempt: Attempt(1, of: trial(4)), worker: elm),
            .lost(attempt: Attempt(1, of: trial(4)), worker: elm, reason: .restart),
            .abandoned(trial: trial(4), attempts: 1),
            .leased(attempt: Attempt(1, of: trial(5)), worker: elm),
            .reported(
                attempt: Attempt(1, of: trial(5)),
                worker: elm,
                report: try report(.failed(reason: .targetMissed(checks: 2)), connections: 90)
            ),
            proposed(6, purpose: .certification(of: trial(2), replicate: 1)),
            .leased(attempt: Attempt(1, of: trial(6)), worker: oak),
            proposed(7, purpose: .certification(of: trial(2), replicate: 2)),
            .suspended(worker: elm, losses: 5),
        ]
    }
}
