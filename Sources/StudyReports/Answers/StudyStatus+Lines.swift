package import Studies

extension StudyStatus {
    /// The most abandoned trials that are listed one by one.
    private static let mostTold = 10

    /// The lines that show the status to the user: how far the study is, problems to look into,
    /// and the best schedule.
    package func lines(of study: StudyDefinition, _ listing: ParameterListing) -> [String] {
        let budget = StudyBudget(trials: budget, computeSeconds: computeBudget)
        let progress = [
            "\(self.study): \(phase), trials over: \(trials)\(budget.words)",
            "  running \(running), waiting \(waiting); reached the target \(reached), "
                + "failed \(failed), censored (stopped at a cap) \(censored), "
                + "abandoned \(abandoned)",
            "  \(Figure.number(trainings, "training")) over, processor time "
                + Figure.time(cpuSeconds),
        ]
        return progress + capLines + troubles
            + (best?.lines(of: study, listing) ?? ["  no schedule has reached the target yet"])
            + pauseLines
    }

    private var capLines: [String] {
        guard let cap, capControl.trials > 0 else { return [] }
        return [
            "  cap \(cap) connections; of \(capControl.trials) trials without cap and limit of "
                + "work, to check them, these would have stopped \(capControl.censored), "
                + "\(capControl.wronglyCensored) wrongly"
        ]
    }

    /// Problems that the user should look into.
    private var troubles: [String] {
        let told = abandonedTrials.prefix(Self.mostTold).map(\.line)
        let more = abandonedTrials.count - told.count
        return told + (more > 0 ? ["  … and \(more) more abandoned"] : [])
            + suspended.map(\.line) + disputed.map(\.line)
    }

    private var pauseLines: [String] {
        guard let pausedSeconds else { return [] }
        return [
            "  PAUSED for \(pausedSeconds) s: the study cannot be written, because its disk is "
                + "full or another process writes into its file; make room, or end that one, and "
                + "it goes on by itself (nothing is lost)"
        ]
    }
}
