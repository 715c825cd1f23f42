import ScheduleSearch
package import Trials

/// A study with all details of its trials, for commands that show or check them.
///
/// A coordinator does not use it, because its size grows with every trial.
package struct StudyHistory: Sendable {
    /// The state of the study.
    package private(set) var state: StudyState
    /// The trials that were kept, in the order of proposal.
    package private(set) var trials: [TrialRecord] = []
    /// The index of each trial in `trials`; never iterated.
    private var places: [TrialID: Int] = [:]

    /// Reads a journal.
    ///
    /// - Parameter isWanted: whether to keep the trials of a schedule; by default all are kept.
    /// - Throws: `JournalError` if the events are not those of a study.
    /// - Complexity: O(events).
    package init(
        replaying events: some Sequence<StudyEvent>,
        keeping isWanted: (GrowthSchedule) -> Bool = { _ in true }
    ) throws(JournalError) {
        // Events may be read from a file as they are asked for, so they are iterated once only.
        var iterator = events.makeIterator()
        state = try StudyState(
            replaying: [iterator.next(), iterator.next()].compactMap(\.self))
        while let event = iterator.next() {
            try state.apply(event)
            try note(event, isWanted)
        }
    }

    /// The record of a trial; `nil` if it does not exist or was not kept.
    package subscript(trial: TrialID) -> TrialRecord? { places[trial].map { trials[$0] } }

    private mutating func note(
        _ event: StudyEvent, _ isWanted: (GrowthSchedule) -> Bool
    ) throws(JournalError) {
        switch event {
        case .proposed(let trial, let schedule, let seed, let purpose, let effort):
            guard isWanted(schedule) else { return }
            let difference = ScheduleDifference(of: schedule, from: state.definition.space.base)
            places[trial] = trials.count
            trials.append(
                TrialRecord(
                    trial: trial, difference: difference, seed: seed, purpose: purpose,
                    effort: effort))
        case .leased(let attempt, let worker):
            if let place = places[attempt.trial] {
                try trials[place].lease(attempt.number, to: worker)
            }
        case .lost(let attempt, let worker, let reason):
            if let place = places[attempt.trial] {
                try trials[place].lose(attempt.number, of: worker, reason)
            }
        case .reported(let attempt, let worker, let report):
            guard let place = places[attempt.trial] else { return }
            let target = state.definition.target
            try trials[place].settle(attempt.number, by: worker, report, under: target)
        case .abandoned(let trial, _):
            if let place = places[trial] { try trials[place].abandon() }
        case .defined, .budgeted, .repeated, .suspended: break
        }
    }
}

extension StudyHistory {
    /// What is known of the best schedule so far: the winner among the finalists once it is
    /// confirmed; before that, the leading finalist or, if there is none, the incumbent.
    ///
    /// - Precondition: all trainings of that schedule were kept.
    /// - Complexity: O(trials).
    package func certificate() -> Certificate? {
        state.certificate()
            ?? state.foremost.flatMap { Certificate(of: $0, resting: decisive(of: $0), .search) }
    }

    /// The finished trainings that determine the standing of a schedule, in order: those of the
    /// search, and those with fresh seeds.
    private func decisive(of finalist: Finalist) -> [TrialRecord] {
        let searched = trials.filter {
            $0.purpose == .search && $0.isOver && $0.schedule == finalist.schedule
        }
        return searched + state.replicates(of: finalist.trial).filter(\.isOver)
    }

    /// The trials for which a schedule was chosen: the trial that found it, and its replicates.
    package func evidence(for certificate: Certificate) -> [TrialRecord] {
        [self[certificate.trial]].compactMap(\.self) + state.replicates(of: certificate.trial)
    }

    /// Largest share of a study's processor time for a sample.
    private static let sampleShare = 0.05

    /// The latest trials of the evidence that together took at most a twentieth of the study's
    /// processor time, but at least one trial: a sample that may be repeated without being asked
    /// for.
    package func sample(for certificate: Certificate) -> [TrialRecord] {
        var left = Self.sampleShare * state.cpuSeconds
        var sample: [TrialRecord] = []
        for record in evidence(for: certificate).reversed() {
            guard let report = record.report else { continue }
            left -= report.cpuSeconds
            guard sample.isEmpty || left >= 0 else { break }
            sample.append(record)
        }
        return sample
    }
}
