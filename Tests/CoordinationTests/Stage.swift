import Coordination
import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials
import WireProtocol

/// A coordinator of a small study, and helpers to send it messages.
struct Stage {
    let definition: StudyDefinition
    var coordinator: Coordinator
    /// All recorded events, as the journal would keep them.
    var journal: [StudyEvent]

    init(trials: Int, finalists: Int = 1, replicates: Int = 1) throws {
        definition = StudyDefinition(
            name: "small",
            dataset: try #require(DatasetDigest(rawValue: String(repeating: "ab", count: 32))),
            learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: TargetScore(metric: .accuracy, value: 0.95),
            space: SearchSpace(dimensions: [
                .init(parameter: .patience, domain: .integer(range: 1...9, scale: .linear))
            ]),
            certification: CertificationPlan(
                finalists: finalists, replicates: replicates, confirmations: 0))
        journal = [
            .defined(definition: definition), .budgeted(budget: StudyBudget(trials: trials)),
        ]
        coordinator = try Coordinator(
            replaying: journal, settings: CoordinatorSettings(leaseDuration: .seconds(10)),
            at: .zero)
    }

    /// Every trial in full, as the journal has it.
    var history: StudyHistory {
        get throws { try StudyHistory(replaying: journal) }
    }

    /// Sends an input to the coordinator and keeps the recorded events.
    mutating func handle(
        _ input: Coordinator.Input, at now: Instant = .zero
    ) -> [Coordinator.Directive] {
        let directives = coordinator.handle(input, at: now)
        for case .record(let event) in directives { journal.append(event) }
        return directives
    }

    /// Lets a worker join that takes a number of leases.
    @discardableResult
    mutating func join(
        _ name: String, capacity: Int = 1, incarnation: Int = 1,
        holding: [AttemptProgress] = [], at now: Instant = .zero
    ) throws -> [Coordinator.Directive] {
        handle(
            .received(
                .hello(
                    worker: try worker(name), incarnation: incarnation, capacity: capacity,
                    holding: holding), from: peer(name)), at: now)
    }

    /// The directives of leasing the next trial to a worker: the events, and the message.
    func leasing(
        _ number: Int, attempt: Int = 1, to name: String, proposing: Bool = true
    ) throws -> [Coordinator.Directive] {
        let trial = TrialID(rawValue: number)
        let record = try #require(coordinator.study[trial])
        let attempt = Attempt(attempt, of: trial)
        let isCapped = record.purpose == .search && !record.isControl
        let task = coordinator.study.task(of: record)
            .capped(at: isCapped ? coordinator.study.cap : nil)
        let proposal = Coordinator.Directive.record(
            .proposed(
                trial: trial, schedule: record.schedule, seed: record.seed,
                purpose: record.purpose, effort: record.effort))
        return (proposing ? [proposal] : []) + [
            .record(.leased(attempt: attempt, worker: try worker(name))),
            .send(
                .lease(attempt: attempt, task: task), to: peer(name)),
        ]
    }

    func welcome(_ name: String) -> Coordinator.Directive {
        .send(.welcome(study: "small", renewalInterval: 2000), to: peer(name))
    }

    func peer(_ name: String) -> PeerID {
        PeerID(rawValue: Array(name.utf8))
    }

    func worker(_ name: String) throws -> WorkerID {
        try #require(WorkerID(rawValue: name))
    }
}

extension TrainingReport {
    /// The report of a worker that sends every check.
    static let withLongCurve = TrainingReport.reached(connections: 9).withCurve(
        (1...500).map { check in
            GrowthPoint(
                check: check, epoch: check, connections: check % 70, hiddenNodes: 1,
                validation: 1 / Double(check), multiplyAdds: check)
        })

    static func reached(connections: Int, hash: UInt64 = 7) -> TrainingReport {
        TrainingReport(
            outcome: .reached, connections: connections, hiddenNodes: 0, inputsUsed: 1, biases: 1,
            validation: 0.96, test: 0.95, epochs: 1, multiplyAdds: 1, curve: [],
            course: TrainingCourse(best: nil, grown: nil, peak: 0, stages: []),
            fingerprint: Fingerprint(hash: hash))
    }
}

extension WorkerMessage {
    static func reporting(
        _ trial: Int, attempt: Int = 1, connections: Int = 10, hash: UInt64 = 7
    ) -> WorkerMessage {
        .report(
            attempt: Attempt(attempt, of: TrialID(rawValue: trial)),
            report: .reached(connections: connections, hash: hash))
    }
}
