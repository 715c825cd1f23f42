import Randomness
package import ScheduleSearch
import Trials

/// How each event changes the state.
extension StudyState {
    /// Applies one event.
    ///
    /// - Returns: the result of a trial of the search, if the event ends one.
    /// - Throws: `JournalError` if the event cannot follow the earlier ones; then the state is
    ///   unchanged.
    @discardableResult
    package mutating func apply(_ event: StudyEvent) throws(JournalError) -> TrialResult? {
        switch event {
        case .defined: throw .definedTwice
        case .budgeted(let budget):
            self.budget = budget
            isSearchOver = false
            chooseFinalistsIfSearched()
        case .proposed(let trial, let schedule, let seed, let purpose, let effort):
            guard trial == nextTrial else {
                throw .unexpectedTrial(trial, expected: nextTrial)
            }
            propose(schedule, as: trial, seed, purpose, effort)
        case .leased(let attempt, let worker):
            try lease(attempt, to: worker)
        case .lost(let attempt, let worker, let reason):
            try lose(attempt, of: worker, reason)
        case .reported(let attempt, let worker, let report):
            return try settle(attempt, worker, report)
        case .repeated(let attempt, let worker, let fingerprint, _):
            try compare(attempt.trial, fingerprint, of: worker)
        case .abandoned(let trial, _):
            return try abandon(trial)
        case .suspended(let worker, _):
            workerStandings[worker, default: WorkerStanding(reports: reports)].isSuspended = true
        }
        return nil
    }

    private mutating func propose(
        _ schedule: GrowthSchedule, as trial: TrialID, _ seed: Seed, _ purpose: TrialPurpose,
        _ effort: Int?
    ) {
        let difference = ScheduleDifference(of: schedule, from: definition.space.base)
        trials.append(
            TrialRecord(
                trial: trial, difference: difference, seed: seed, purpose: purpose, effort: effort))
        waiting.append(trial)
        switch purpose {
        case .search:
            searchTrials += 1
            standings.propose(schedule, as: trial)
        case .certification(let finalist, _):
            replicates[finalist, default: []].append(trial)
            noteFinalist(finalist, schedule)
        }
    }

    private mutating func lease(_ attempt: Attempt, to worker: WorkerID) throws(JournalError) {
        try trials.change(attempt.trial, orElse: .notWaiting(attempt.trial)) {
            record throws(JournalError) in
            try record.lease(attempt.number, to: worker)
        }
        stopWaiting(attempt.trial)
    }

    private mutating func lose(
        _ attempt: Attempt, of worker: WorkerID, _ reason: LossReason
    ) throws(JournalError) {
        try trials.change(attempt.trial, orElse: .notRunning(attempt)) {
            record throws(JournalError) in
            try record.lose(attempt.number, of: worker, reason)
        }
        if reason.blamesTrial {
            workerStandings[worker, default: WorkerStanding(reports: reports)].noteLoss(
                of: attempt.trial)
        }
        waiting.append(attempt.trial)
    }

    private mutating func settle(
        _ attempt: Attempt, _ worker: WorkerID, _ report: TrainingReport
    ) throws(JournalError) -> TrialResult? {
        let target = definition.target
        let record = try trials.change(attempt.trial, orElse: .settledTwice(attempt.trial)) {
            record throws(JournalError) in
            try record.settle(attempt.number, by: worker, report, under: target)
        }
        stopWaiting(attempt.trial)
        workerStandings[worker] = nil
        count(report, for: record.purpose)
        if record.purpose == .search, record.isControl, let cap {
            capControl.note(
                report, cap: cap, effort: standings.effort.value, under: record.schedule,
                target: target)
        }
        return noteOver(record, work: report.multiplyAdds)
    }

    private mutating func count(_ report: TrainingReport, for purpose: TrialPurpose) {
        reports += 1
        cpuSeconds += report.cpuSeconds
        if report.isCensored { stops += 1 }
        if report.isReached { hits += 1 }
        times.note(
            seconds: report.cpuSeconds, isReached: report.isReached,
            isOfSearch: purpose == .search)
    }

    private mutating func abandon(_ trial: TrialID) throws(JournalError) -> TrialResult? {
        let record = try trials.change(trial, orElse: .notWaiting(trial)) {
            record throws(JournalError) in
            try record.abandon()
        }
        stopWaiting(trial)
        return noteOver(record, work: 0)
    }

    private mutating func noteOver(_ record: TrialRecord, work: Int) -> TrialResult? {
        trialsOver += 1
        guard record.purpose == .search, let fitness = record.fitness else { return nil }
        searchTrialsOver += 1
        let schedule = record.schedule
        standings.settle(schedule, fitness, work: work)
        chooseFinalistsIfSearched()
        return TrialResult(trial: record.trial, schedule: schedule, fitness: fitness)
    }

    private mutating func chooseFinalistsIfSearched() {
        guard !isSearchOver, !isWithinBudget, searchTrialsOver == searchTrials else { return }
        isSearchOver = true
        finalists += chosenFinalists().filter { chosen in
            !finalists.contains { $0.trial == chosen.trial }
        }
    }

    /// What is certified is a finalist and its search is over, whatever an earlier version thought
    /// of the budget.
    private mutating func noteFinalist(_ trial: TrialID, _ schedule: GrowthSchedule) {
        isSearchOver = true
        guard !finalists.contains(where: { $0.trial == trial }) else { return }
        finalists.append(Finalist(trial: trial, schedule: schedule))
    }

    private mutating func compare(
        _ trial: TrialID, _ fingerprint: Fingerprint, of worker: WorkerID
    ) throws(JournalError) {
        guard let settlement = ended(trial)?.settlement else {
            throw attempts(of: trial) == nil ? .unknownTrial(trial) : .notSettled(trial)
        }
        guard settlement.fingerprint != fingerprint,
            !disputes.contains(where: { $0.trial == trial })
        else { return }
        disputes.append(Dispute(trial: trial, settledBy: settlement.worker, disputedBy: worker))
    }

    /// The waiting list is short: it has only trials that were lost or are about to be leased.
    private mutating func stopWaiting(_ trial: TrialID) {
        if let index = waiting.firstIndex(of: trial) { waiting.remove(at: index) }
    }
}
