import Randomness
package import ScheduleSearch
package import Trials

/// What a study has come to: the one fold over its events.
///
/// Recovery, status, reports and simulation all read this; nothing else keeps score. Lookups are
/// O(1); `apply` is O(1).
package struct StudyState: Hashable, Sendable {
    /// What the user asked for.
    package let definition: StudyDefinition
    /// What the study may spend.
    package private(set) var budget: StudyBudget
    /// Every trial, in the order of proposal: trial n is at index n − 1.
    package private(set) var trials: [TrialRecord] = []
    /// Trials that were proposed for the search.
    package private(set) var searchTrials = 0
    /// Trials that are over, of those proposed for the search.
    package private(set) var searchTrialsOver = 0
    /// Trials that are over, of all.
    package private(set) var trialsOver = 0
    /// How the schedules of the search stand.
    package private(set) var standings: Standings
    /// The trials whose schedules are trained again; chosen when the search is over, and added to
    /// when a larger budget reopened it.
    package private(set) var finalists: [TrialID] = []
    /// Whether the search has ended and the finalists were chosen; a new budget opens it again.
    private(set) var isSearchOver = false
    /// Trials that have a report.
    package private(set) var reports = 0
    /// The trials that train a finalist again, by finalist, in the order of their replicates.
    package private(set) var replicates: [TrialID: [TrialID]] = [:]
    /// Trials that wait for a worker, oldest first.
    package private(set) var waiting: [TrialID] = []
    /// Trials of which two reports differ: a machine among their workers is broken.
    package private(set) var disputes: [Dispute] = []
    /// Workers that lost trials since their latest report.
    package private(set) var workerStandings: [WorkerID: WorkerStanding] = [:]
    /// How right the caps are.
    package private(set) var capControl = CapControl()
    /// Processor time of all reports (s).
    package private(set) var cpuSeconds = 0.0
    /// Reports that reached the target, and their processor time (s).
    private(set) var hits = 0
    private(set) var hitSeconds = 0.0

    /// Begins a study.
    package init(definition: StudyDefinition, budget: StudyBudget) {
        self.definition = definition
        self.budget = budget
        standings = Standings(space: definition.space, capping: definition.search.capping)
    }

    /// Rebuilds a study from its journal.
    ///
    /// - Throws: `JournalError` where the events are not those of a study.
    /// - Complexity: O(events).
    package init(replaying events: some Sequence<StudyEvent>) throws(JournalError) {
        var iterator = events.makeIterator()
        guard case .defined(let definition)? = iterator.next() else { throw .noDefinition }
        guard case .budgeted(let budget)? = iterator.next() else { throw .noBudget }
        self.init(definition: definition, budget: budget)
        while let event = iterator.next() { try apply(event) }
    }

    /// Reads one trial, or nothing where there is none of this number.
    package subscript(trial: TrialID) -> TrialRecord? {
        (1...max(1, trials.count)).contains(trial.rawValue) && !trials.isEmpty
            ? trials[trial.rawValue - 1] : nil
    }

    /// The number that the next trial gets.
    package var nextTrial: TrialID {
        TrialID(rawValue: trials.count + 1)
    }

    /// The task of a trial.
    package func task(of record: TrialRecord) -> TrainingTask {
        TrainingTask(
            schedule: record.schedule, dataset: definition.dataset, split: definition.split,
            target: definition.target, seed: record.seed, limits: definition.limits)
    }
}

extension StudyState {
    /// Takes in one more fact.
    ///
    /// - Throws: `JournalError` where the fact cannot follow what came before; nothing changes.
    package mutating func apply(_ event: StudyEvent) throws(JournalError) {
        switch event {
        case .defined: throw .definedTwice
        case .budgeted(let budget):
            self.budget = budget
            isSearchOver = false
            chooseFinalistsIfSearched()
        case .proposed(let trial, let schedule, let seed, let purpose):
            guard trial == nextTrial else {
                throw .unexpectedTrial(trial, expected: nextTrial)
            }
            propose(schedule, as: trial, seed, purpose)
        case .leased(let trial, let attempt, let worker):
            try lease(trial, attempt, to: worker)
        case .lost(let trial, let attempt, let worker, let reason):
            try lose(trial, attempt, of: worker, reason)
        case .reported(let trial, let attempt, let worker, let report):
            try settle(trial, attempt, worker, report)
        case .repeated(let trial, _, let worker, let fingerprint, _):
            try compare(trial, fingerprint, of: worker)
        case .abandoned(let trial, _):
            try abandon(trial)
        case .suspended(let worker, _):
            workerStandings[worker, default: WorkerStanding(reports: reports)].isSuspended = true
        }
    }

    private mutating func propose(
        _ schedule: GrowthSchedule, as trial: TrialID, _ seed: Seed, _ purpose: TrialPurpose
    ) {
        let difference = ScheduleDifference(of: schedule, from: definition.space.base)
        trials.append(
            TrialRecord(trial: trial, difference: difference, seed: seed, purpose: purpose))
        waiting.append(trial)
        switch purpose {
        case .search:
            searchTrials += 1
            standings.propose(schedule, difference, as: trial)
        case .certification(let finalist, _): replicates[finalist, default: []].append(trial)
        }
    }

    private mutating func lease(
        _ trial: TrialID, _ attempt: AttemptNumber, to worker: WorkerID
    ) throws(JournalError) {
        let record = try known(trial)
        guard record.status == .waiting else { throw .notWaiting(trial) }
        guard attempt.rawValue == record.attempts + 1 else {
            throw .unexpectedAttempt(trial, attempt)
        }
        stopWaiting(trial)
        trials[trial.rawValue - 1].status = .running(attempt: attempt, worker: worker)
        trials[trial.rawValue - 1].workers.append(worker)
    }

    private mutating func lose(
        _ trial: TrialID, _ attempt: AttemptNumber, of worker: WorkerID, _ reason: LossReason
    ) throws(JournalError) {
        guard try known(trial).status == .running(attempt: attempt, worker: worker) else {
            throw .notRunning(trial, attempt)
        }
        trials[trial.rawValue - 1].status = .waiting
        trials[trial.rawValue - 1].lostAttempts.append(
            LostAttempt(attempt: attempt, worker: worker, reason: reason))
        if reason.blamesTrial {
            workerStandings[worker, default: WorkerStanding(reports: reports)].noteLoss(of: trial)
        }
        waiting.append(trial)
    }

    private mutating func settle(
        _ trial: TrialID, _ attempt: AttemptNumber, _ worker: WorkerID, _ report: TrainingReport
    ) throws(JournalError) {
        let record = try known(trial)
        guard !record.isOver else { throw .settledTwice(trial) }
        guard (1...max(1, record.attempts)).contains(attempt.rawValue) else {
            throw .unexpectedAttempt(trial, attempt)
        }
        stopWaiting(trial)
        trials[trial.rawValue - 1].status = .settled(
            attempt: attempt, report: report.withCurve([]))
        trials[trial.rawValue - 1].settledBy = worker
        workerStandings[worker] = nil
        reports += 1
        cpuSeconds += report.cpuSeconds
        if report.isReached {
            hits += 1
            hitSeconds += report.cpuSeconds
        }
        if record.purpose == .search, record.isControl, let cap {
            capControl.note(report, cap: cap, under: record.schedule, target: definition.target)
        }
        noteOver(record, Fitness(report, under: definition.target), work: report.multiplyAdds)
    }

    /// The connections beyond which a trial of the search does not matter any more, so that it may
    /// be stopped there; nothing before one has reached the target.
    package var cap: Int? { standings.cap.value }

    /// Trials of which two reports differ.
    package var disputed: [TrialID] { disputes.map(\.trial) }

    private mutating func noteOver(_ record: TrialRecord, _ fitness: Fitness, work: Int) {
        trials[record.trial.rawValue - 1].fitness = fitness
        trialsOver += 1
        guard record.purpose == .search else { return }
        searchTrialsOver += 1
        standings.settle(record.schedule, fitness, work: work)
        chooseFinalistsIfSearched()
    }

    private mutating func chooseFinalistsIfSearched() {
        guard !isSearchOver, !isWithinBudget, searchTrialsOver == searchTrials else { return }
        isSearchOver = true
        finalists += chosenFinalists().filter { !finalists.contains($0) }
    }

    private mutating func compare(
        _ trial: TrialID, _ fingerprint: Fingerprint, of worker: WorkerID
    ) throws(JournalError) {
        let record = try known(trial)
        guard let report = record.report, let settledBy = record.settledBy else {
            throw .notSettled(trial)
        }
        guard report.fingerprint != fingerprint,
            !disputes.contains(where: { $0.trial == trial })
        else { return }
        disputes.append(Dispute(trial: trial, settledBy: settledBy, disputedBy: worker))
    }

    private mutating func abandon(_ trial: TrialID) throws(JournalError) {
        let record = try known(trial)
        guard record.status == .waiting else { throw .notWaiting(trial) }
        stopWaiting(trial)
        trials[trial.rawValue - 1].status = .abandoned
        noteOver(record, .failed, work: 0)
    }

    /// The waiting list is as long as what was lost or is about to be leased: short.
    private mutating func stopWaiting(_ trial: TrialID) {
        if let index = waiting.firstIndex(of: trial) { waiting.remove(at: index) }
    }

    private func known(_ trial: TrialID) throws(JournalError) -> TrialRecord {
        guard let record = self[trial] else { throw .unknownTrial(trial) }
        return record
    }
}
