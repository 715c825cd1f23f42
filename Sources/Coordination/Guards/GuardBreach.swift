package import Trials

/// A training that exceeded a limit of its trial.
package struct GuardBreach: Hashable, Sendable {
    /// The attempt.
    package let attempt: Attempt
    /// The limit that it exceeded.
    package let limit: TrialGuard
    /// The same with numbers, for the user.
    package let reason: String
}

extension TrialGuards {
    /// The first training that exceeded a limit; `nil` if none did.
    ///
    /// The trainings of a process share its memory, so the one with the most connections is blamed.
    ///
    /// - Parameters:
    ///   - trainings: the running trainings, oldest first.
    ///   - resident: resident memory of the process (bytes).
    package func breach(
        of trainings: [WatchedTraining], resident: Int, at now: Instant
    ) -> GuardBreach? {
        for training in trainings {
            if let milliseconds, now - training.startedAt > .milliseconds(milliseconds) {
                let limit = "cluster.trial_time allows \(Self.seconds(milliseconds))"
                return breach(.time, training, "runs for longer than \(limit)")
            }
            if let stallMilliseconds, now - training.checkedAt > .milliseconds(stallMilliseconds) {
                let limit = "cluster.stall_time allows \(Self.seconds(stallMilliseconds))"
                return breach(.stall, training, "passed no check for longer than \(limit)")
            }
        }
        guard let memory, resident > memory * trainings.count,
            let largest = trainings.max(by: { $0.connections < $1.connections })
        else { return nil }
        return breach(
            .memory, largest,
            "takes \(resident / 1_000_000) MB of memory, but cluster.trial_memory allows "
                + "\(memory * trainings.count / 1_000_000) MB for \(trainings.count) trainings")
    }

    private func breach(
        _ limit: TrialGuard, _ training: WatchedTraining, _ finding: String
    ) -> GuardBreach {
        GuardBreach(
            attempt: training.attempt, limit: limit,
            reason: "trial \(training.attempt.trial.rawValue) \(finding)")
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
