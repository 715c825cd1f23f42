import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

/// Small values for tests about other things.
enum Fixture {
    static let digest = DatasetDigest(rawValue: String(repeating: "ab", count: 32))
    static let target = TargetScore(metric: .accuracy, value: 0.95)

    static func definition(
        finalists: Int = 2, replicates: Int = 2, confirmations: Int = 0,
        reliability: Double = 0.8
    ) throws -> StudyDefinition {
        StudyDefinition(
            name: "small", dataset: try #require(digest), learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1)),
            target: target,
            space: SearchSpace(dimensions: [
                .init(parameter: .patience, domain: .integer(range: 1...9, scale: .linear))
            ]),
            certification: CertificationPlan(
                finalists: finalists, replicates: replicates, confirmations: confirmations),
            reliability: reliability)
    }

    static func state(
        trials: Int, finalists: Int = 2, replicates: Int = 2, confirmations: Int = 0,
        seconds: Double? = nil, reliability: Double = 0.8
    ) throws -> StudyState {
        StudyState(
            definition: try definition(
                finalists: finalists, replicates: replicates, confirmations: confirmations,
                reliability: reliability),
            budget: StudyBudget(trials: trials, computeSeconds: seconds))
    }

    static func schedule(patience: Int) -> GrowthSchedule {
        GrowthSchedule().setting(.patience, to: .integer(patience))
    }

    static func report(
        connections: Int, outcome: TrainingOutcome = .reached, validation: Double = 0.96,
        test: Double = 0.94, hash: UInt64 = 7
    ) -> TrainingReport {
        TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: 1, inputsUsed: 2, biases: 3,
            validation: validation, test: test, epochs: 4, multiplyAdds: 5,
            curve: [
                GrowthPoint(
                    check: 1, epoch: 1, connections: connections, hiddenNodes: 1,
                    validation: validation, multiplyAdds: 5)
            ], fingerprint: Fingerprint(hash: hash), seconds: 0.5, cpuSeconds: 0.25)
    }

    static func worker(_ name: String = "one") throws -> WorkerID {
        try #require(WorkerID(rawValue: name))
    }
}

extension StudyState {
    /// Proposes, leases and settles a trial of the search.
    mutating func run(patience: Int, report: TrainingReport) throws {
        for event in try events(patience: patience, report: report) { try apply(event) }
    }

    /// The events of proposing, leasing and settling the next trial of the search.
    func events(patience: Int, report: TrainingReport) throws -> [StudyEvent] {
        let schedule = Fixture.schedule(patience: patience)
        let worker = try Fixture.worker()
        return [
            .proposed(
                trial: nextTrial, schedule: schedule, seed: searchSeed(for: schedule),
                purpose: .search),
            .leased(attempt: Attempt(1, of: nextTrial), worker: worker),
            .reported(attempt: Attempt(1, of: nextTrial), worker: worker, report: report),
        ]
    }

    /// The events with which the study began.
    var beginning: [StudyEvent] {
        [.defined(definition: definition), .budgeted(budget: budget)]
    }

    /// Settles the trainings that the certification asks for, in order, and returns the events.
    ///
    /// - Throws: `EndlessCertification` if it asks for more than any study of these tests.
    @discardableResult
    mutating func certify(
        atMost count: Int = .max, _ report: (TrialID, Int) -> TrainingReport
    ) throws -> [StudyEvent] {
        let worker = try Fixture.worker()
        var events: [StudyEvent] = []
        while events.count / 3 < count, let proposal = nextCertification(),
            case .certification(let finalist, let replicate) = proposal.purpose
        {
            guard events.count < 3 * EndlessCertification.trainings else {
                throw EndlessCertification()
            }
            let trial = nextTrial
            let attempt = Attempt(1, of: trial)
            let report = report(finalist, replicate)
            let steps: [StudyEvent] = [
                .proposed(
                    trial: trial, schedule: proposal.schedule, seed: proposal.seed,
                    purpose: proposal.purpose),
                .leased(attempt: attempt, worker: worker),
                .reported(attempt: attempt, worker: worker, report: report),
            ]
            for step in steps { try apply(step) }
            events += steps
        }
        return events
    }
}
