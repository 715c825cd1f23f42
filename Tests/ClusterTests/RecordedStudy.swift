import Studies
import StudyStore
import Trials

/// What the journal of a study holds at the moment.
struct RecordedStudy {
    let events: [StudyEvent]
    let history: StudyHistory
    var state: StudyState { history.state }

    /// Reads a study's file.
    init(_ path: String) throws {
        events = try StudyReader(at: path).events()
        history = try StudyHistory(replaying: events)
    }

    /// The number of reports in a file; zero before there is a study.
    static func reports(in path: String) -> Int {
        (try? RecordedStudy(path).state.reports) ?? 0
    }

    /// The trials that have a report or were given up, in the order in which that happened.
    ///
    /// A trial that was settled twice would be there twice.
    var settlements: [TrialID] {
        events.compactMap { event in
            switch event {
            case .reported(let attempt, _, _): attempt.trial
            case .abandoned(let trial, _): trial
            default: nil
            }
        }
    }

    /// The attempts that ended without a report.
    var losses: [(trial: TrialID, worker: WorkerID, reason: LossReason)] {
        events.compactMap { event in
            guard case .lost(let attempt, let worker, let reason) = event else { return nil }
            return (attempt.trial, worker, reason)
        }
    }

    /// The workers that have a lease on a trial now.
    var busyWorkers: [String] {
        state.openTrials.compactMap { record in
            guard case .running(_, let worker) = record.status else { return nil }
            return worker.rawValue
        }
    }

    /// The number of reports of a worker.
    func reportCount(of name: String) -> Int {
        events.count { event in
            guard case .reported(_, let worker, _) = event else { return false }
            return worker.rawValue == name
        }
    }
}

extension [StudyEvent] {
    /// The number of reports among the events.
    var reportCount: Int {
        count { event in if case .reported = event { true } else { false } }
    }
}
