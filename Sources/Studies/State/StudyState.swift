package import ScheduleSearch
package import Trials

/// The state of a study, computed from its events.
///
/// Recovery, status, reports and simulation all use this type. Lookups and `apply` take O(1). A
/// finished trial takes a few dozen bytes here, so a study of a million trials fits any machine;
/// `StudyHistory` has all details of the trials.
package struct StudyState: Hashable, Sendable {
    /// What the user asked for.
    package let definition: StudyDefinition
    /// The most that the study may spend.
    package internal(set) var budget: StudyBudget
    /// Every trial, by number.
    var trials = TrialBook()
    /// Number of trials proposed for the search.
    package internal(set) var searchTrials = 0
    /// Number of finished trials of the search.
    package internal(set) var searchTrialsOver = 0
    /// Number of finished trials.
    package internal(set) var trialsOver = 0
    /// The standings of the schedules of the search.
    package internal(set) var standings: Standings
    /// The schedules that are trained again; chosen at the end of the search, and extended if a
    /// larger budget reopened the study.
    package internal(set) var finalists: [Finalist] = []
    /// Whether the search has ended and the finalists were chosen; a new budget reopens it.
    var isSearchOver = false
    /// Number of trials with a report.
    package internal(set) var reports = 0
    /// Number of reports that reached the target.
    package internal(set) var hits = 0
    /// The processor time that trainings take.
    var times = TrainingTimes()
    /// Number of reports of trainings that were stopped at a cap.
    package internal(set) var stops = 0
    /// Processor time of all reports (s).
    package internal(set) var cpuSeconds = 0.0
    /// The trials that train a finalist again, by finalist, in the order of their replicates.
    package internal(set) var replicates: [TrialID: [TrialID]] = [:]
    /// Trials that wait for a worker, oldest first.
    package internal(set) var waiting: [TrialID] = []
    /// Trials with two different reports: a machine among their workers is faulty.
    package internal(set) var disputes: [Dispute] = []
    /// Workers that lost trials since their latest report.
    package internal(set) var workerStandings: [WorkerID: WorkerStanding] = [:]
    /// How often the caps are right.
    package internal(set) var capControl = CapControl()

    /// Begins a study.
    package init(definition: StudyDefinition, budget: StudyBudget) {
        self.definition = definition
        self.budget = budget
        standings = Standings(space: definition.space, capping: definition.search.capping)
    }

    /// Rebuilds a study from its journal.
    ///
    /// - Throws: `JournalError` if the events are not those of a study.
    /// - Complexity: O(events).
    package init(replaying events: some Sequence<StudyEvent>) throws(JournalError) {
        var iterator = events.makeIterator()
        guard case .defined(let definition)? = iterator.next() else { throw .noDefinition }
        guard case .budgeted(let budget)? = iterator.next() else { throw .noBudget }
        self.init(definition: definition, budget: budget)
        while let event = iterator.next() { try apply(event) }
    }
}

extension StudyState {
    /// The record of an open trial or of one that certifies a schedule; `nil` for others.
    package subscript(trial: TrialID) -> TrialRecord? { trials[trial] }

    /// The summary of a finished trial; `nil` if there is none.
    package func ended(_ trial: TrialID) -> EndedTrial? { trials.ended(trial) }

    /// Number of leased attempts of a trial; `nil` if the trial does not exist.
    package func attempts(of trial: TrialID) -> Int? {
        trials[trial]?.attempts ?? trials.ended(trial)?.attempts
    }

    /// The worker that got an attempt of a trial; `nil` if there is no such attempt.
    package func worker(of attempt: Attempt) -> WorkerID? {
        let workers = trials[attempt.trial]?.workers ?? trials.ended(attempt.trial)?.workers ?? []
        return workers.indices.contains(attempt.number.rawValue - 1)
            ? workers[attempt.number.rawValue - 1] : nil
    }

    /// The trials that are not over, in order.
    ///
    /// - Complexity: O(open log open).
    package var openTrials: [TrialRecord] { trials.open }

    /// Number of proposed trials.
    package var proposedTrials: Int { trials.count }

    /// Number of trials that are leased to a worker.
    package var running: Int { trials.count - trialsOver - waiting.count }

    /// Number of reports that neither reached the target nor were stopped at a cap.
    package var misses: Int { reports - hits - stops }

    /// Number of trials that were given up.
    package var abandoned: Int { trialsOver - reports }

    /// The number of the next trial.
    package var nextTrial: TrialID {
        TrialID(rawValue: trials.count + 1)
    }

    /// Trials with two different reports.
    package var disputed: [TrialID] { disputes.map(\.trial) }

    /// The connections above which a trial of the search no longer matters and may be stopped;
    /// `nil` until a trial has reached the target.
    package var cap: Int? { standings.cap.value }

    /// The task of a trial.
    package func task(of record: TrialRecord) -> TrainingTask {
        task(of: record, growing: record.schedule)
    }

    /// The task of a trial, given its schedule, so that the schedule need not be rebuilt.
    package func task(of record: TrialRecord, growing schedule: GrowthSchedule) -> TrainingTask {
        TrainingTask(
            schedule: schedule, dataset: definition.dataset, split: definition.split,
            target: definition.target, seed: record.seed,
            limits: definition.limits.with(effort: record.effort))
    }

    /// The limit of multiply–adds of the next trial of the search; `nil` if it is not lower than
    /// the study's limit, or if the trial is in the control group, which has no such limit.
    package var nextEffort: Int? {
        CapControl.contains(nextTrial) ? nil : certifyingEffort
    }

    /// The limit of multiply–adds of a training that certifies; `nil` if it is not lower than the
    /// study's limit.
    package var certifyingEffort: Int? {
        standings.effort.value.flatMap { $0 < definition.limits.multiplyAdds ? $0 : nil }
    }
}
