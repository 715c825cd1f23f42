package import ScheduleSearch
package import Trials

/// What a study has come to: the one fold over its events.
///
/// Recovery, status, reports and simulation all read this; nothing else keeps score. Lookups are
/// O(1); `apply` is O(1). A trial that is over takes a few dozen bytes here, so that a study of a
/// million fits anywhere; `StudyHistory` tells everything of single trials.
package struct StudyState: Hashable, Sendable {
    /// What the user asked for.
    package let definition: StudyDefinition
    /// What the study may spend.
    package internal(set) var budget: StudyBudget
    /// Every trial, by number.
    var trials = TrialBook()
    /// Trials that were proposed for the search.
    package internal(set) var searchTrials = 0
    /// Trials that are over, of those proposed for the search.
    package internal(set) var searchTrialsOver = 0
    /// Trials that are over, of all.
    package internal(set) var trialsOver = 0
    /// How the schedules of the search stand.
    package internal(set) var standings: Standings
    /// The schedules that are trained again; chosen when the search is over, and added to when a
    /// larger budget reopened it.
    package internal(set) var finalists: [Finalist] = []
    /// Whether the search has ended and the finalists were chosen; a new budget opens it again.
    var isSearchOver = false
    /// Trials that have a report.
    package internal(set) var reports = 0
    /// Reports that reached the target.
    package internal(set) var hits = 0
    /// Processor time of the reports that reached the target (s).
    var hitSeconds = 0.0
    /// Reports of trainings that were stopped at a cap.
    package internal(set) var stops = 0
    /// Processor time of all reports (s).
    package internal(set) var cpuSeconds = 0.0
    /// The trials that train a finalist again, by finalist, in the order of their replicates.
    package internal(set) var replicates: [TrialID: [TrialID]] = [:]
    /// Trials that wait for a worker, oldest first.
    package internal(set) var waiting: [TrialID] = []
    /// Trials of which two reports differ: a machine among their workers is broken.
    package internal(set) var disputes: [Dispute] = []
    /// Workers that lost trials since their latest report.
    package internal(set) var workerStandings: [WorkerID: WorkerStanding] = [:]
    /// How right the caps are.
    package internal(set) var capControl = CapControl()

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
}

extension StudyState {
    /// Reads a trial that is open, or that certifies a schedule; nothing where there is none such.
    package subscript(trial: TrialID) -> TrialRecord? { trials[trial] }

    /// Reads what is kept of a trial that is over; nothing where there is none such.
    package func ended(_ trial: TrialID) -> EndedTrial? { trials.ended(trial) }

    /// How many attempts of a trial were leased; nothing where there is none of this number.
    package func attempts(of trial: TrialID) -> Int? {
        trials[trial]?.attempts ?? trials.ended(trial)?.attempts
    }

    /// Who got an attempt of a trial; nothing where there is none of these numbers.
    package func worker(of trial: TrialID, _ attempt: AttemptNumber) -> WorkerID? {
        let workers = trials[trial]?.workers ?? trials.ended(trial)?.workers ?? []
        return (1...max(1, workers.count)).contains(attempt.rawValue) && !workers.isEmpty
            ? workers[attempt.rawValue - 1] : nil
    }

    /// The trials that are not over, in order.
    ///
    /// - Complexity: O(open log open).
    package var openTrials: [TrialRecord] { trials.open }

    /// Trials that were proposed, of all.
    package var proposedTrials: Int { trials.count }

    /// Trials that a worker has a lease on.
    package var running: Int { trials.count - trialsOver - waiting.count }

    /// Reports that neither reached the target nor were stopped at a cap.
    package var misses: Int { reports - hits - stops }

    /// Trials that were given up.
    package var abandoned: Int { trialsOver - reports }

    /// The number that the next trial gets.
    package var nextTrial: TrialID {
        TrialID(rawValue: trials.count + 1)
    }

    /// Trials of which two reports differ.
    package var disputed: [TrialID] { disputes.map(\.trial) }

    /// The connections beyond which a trial of the search does not matter any more, so that it may
    /// be stopped there; nothing before one has reached the target.
    package var cap: Int? { standings.cap.value }

    /// The task of a trial.
    package func task(of record: TrialRecord) -> TrainingTask {
        TrainingTask(
            schedule: record.schedule, dataset: definition.dataset, split: definition.split,
            target: definition.target, seed: record.seed,
            limits: definition.limits.with(effort: record.effort))
    }

    /// How many multiply–adds the next trial of the search may take, where that is less than the
    /// study allows; the control group may take everything.
    package var nextEffort: Int? {
        guard !TrialRecord.isControl(nextTrial), let effort = standings.effort.value,
            effort < definition.limits.multiplyAdds
        else { return nil }
        return effort
    }
}
