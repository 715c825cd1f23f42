import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

/// A small study that happens event by event.
struct ExampleStudy {
    var events: [StudyEvent]
    private var proposed = 0

    init(target: TargetScore = TargetScore(metric: .accuracy, value: 0.95)) throws {
        let definition = StudyDefinition(
            name: "small",
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "ab", count: 32))),
            learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)), target: target,
            space: SearchSpace(dimensions: [
                .init(parameter: .patience, domain: .integer(range: 1...9, scale: .linear))
            ]), certification: CertificationPlan(finalists: 1, replicates: 2, confirmations: 0))
        events = [.defined(definition: definition), .budgeted(budget: StudyBudget(trials: 3))]
    }

    var history: StudyHistory {
        get throws { try StudyHistory(replaying: events) }
    }

    static func worker(_ name: String) throws -> WorkerID { try #require(WorkerID(rawValue: name)) }

    static func report(
        _ outcome: TrainingOutcome = .reached, connections: Int = 40, validation: Double = 0.96
    ) -> TrainingReport {
        TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: 1, inputsUsed: 2, biases: 3,
            validation: validation, test: 0.94, epochs: 4, multiplyAdds: 5_000_000,
            curve: [
                GrowthPoint(
                    check: 1, epoch: 4, connections: connections, hiddenNodes: 1,
                    validation: validation, multiplyAdds: 5)
            ], fingerprint: Fingerprint(hash: 7), seconds: 0.5, cpuSeconds: 0.25)
    }

    /// Proposes the next trial, and leases it to a worker.
    @discardableResult
    mutating func begin(patience: Int = 3, purpose: TrialPurpose = .search) throws -> TrialID {
        proposed += 1
        let trial = TrialID(rawValue: proposed)
        events += [
            .proposed(
                trial: trial,
                schedule: GrowthSchedule().setting(.patience, to: .integer(patience)),
                seed: Seed(rawValue: UInt64(proposed)), purpose: purpose),
            .leased(
                attempt: Attempt(1, of: trial), worker: try Self.worker("oak")),
        ]
        return trial
    }

    /// Trains the next trial.
    mutating func train(
        patience: Int = 3, purpose: TrialPurpose = .search, _ report: TrainingReport
    ) throws {
        let trial = try begin(patience: patience, purpose: purpose)
        events.append(
            .reported(
                attempt: Attempt(1, of: trial),
                worker: try Self.worker("oak"), report: report))
    }

    /// Loses the next trial for good.
    mutating func abandon() throws {
        let trial = try begin()
        events += [
            .lost(
                attempt: Attempt(1, of: trial),
                worker: try Self.worker("oak"), reason: .released(.broke(.memory))),
            .abandoned(trial: trial, attempts: 1),
        ]
    }
}
