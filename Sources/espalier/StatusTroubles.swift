import Studies
import Trials

/// A trial that lost too many attempts.
struct GivenUpTrial: Encodable {
    let trial: Int
    let attempts: Int
    /// Why its attempts were lost, in order.
    let reasons: [String]
    /// Who lost them.
    let workers: [String]

    init(_ record: TrialRecord) {
        trial = record.trial.rawValue
        attempts = record.attempts
        reasons = record.unwishedLosses.map(\.reason.rawValue)
        workers = record.unwishedLosses.map(\.worker.rawValue)
    }
}

/// What somebody should look into, for the person who asks how a study is.
struct StatusTroubles {
    /// Trials that are told one by one.
    private static let mostTold = 10

    let lines: [String]

    init(_ history: StudyHistory) {
        let state = history.state
        let abandoned = history.trials.filter { $0.status == .abandoned }
        var lines = abandoned.prefix(Self.mostTold).map(Self.words)
        if abandoned.count > Self.mostTold {
            lines.append("  … and \(abandoned.count - Self.mostTold) more given up")
        }
        lines += state.suspendedWorkers.map { worker in
            """
              PUT ASIDE: worker \(worker.rawValue) lost \
            \(state.workerStandings[worker]?.lost.count ?? 0) trials \
            in a row while others reported; look into its log and its machine
            """
        }
        lines += state.disputes.map { dispute in
            """
              DISPUTED: trial \(dispute.trial.rawValue) gave one result on worker \
            \(dispute.settledBy.rawValue) and another on \(dispute.disputedBy.rawValue); one of \
            their machines is broken or runs another version
            """
        }
        self.lines = lines
    }

    private static func words(_ record: TrialRecord) -> String {
        let losses = record.unwishedLosses.map { lost in
            "\(lost.worker.rawValue): \(lost.reason.words)"
        }
        return "  GIVEN UP: trial \(record.trial.rawValue) lost \(losses.count) attempts "
            + "(\(losses.joined(separator: "; ")))"
    }
}
