package import Studies
import Trials

/// How far a search is, for a progress display.
package struct SearchProgress: Hashable, Codable, Sendable {
    /// What the study is busy with.
    package let phase: StudyPhase
    /// Trials of the search that are over.
    package let trials: Int
    /// Trials that the search may spend.
    package let budget: Int
    /// Processor time that the study may spend (s); `nil` if there is no such limit.
    package let computeBudget: Double?
    /// Trainings with fresh seeds that are over.
    package let certifications: Int
    /// The most trainings with fresh seeds that there will be, as known so far.
    package let mostCertifications: Int
    /// The best schedule so far; `nil` if none has reached the target.
    package let best: BestSoFar?
    /// Worker processes that are connected.
    package let workers: Int
    /// The time left at the pace so far, by the clock (s); `nil` if it is not known.
    package let secondsLeft: Double?

    /// Describes how far a search is.
    package init(of study: StudyState, workers: Int, secondsLeft: Double?) {
        phase = study.phase
        trials = study.searchTrialsOver
        budget = study.budget.trials
        computeBudget = study.budget.computeSeconds
        certifications = study.trialsOver - study.searchTrialsOver
        mostCertifications =
            study.proposedTrials - study.searchTrials + study.plannedCertifications
        best = study.best
        self.workers = workers
        self.secondsLeft = secondsLeft
    }

    private enum CodingKeys: String, CodingKey {
        case phase, trials, budget, certifications, best, workers
        case computeBudget = "compute_budget"
        case mostCertifications = "most_certifications"
        case secondsLeft = "seconds_left"
    }

    /// The progress as one line.
    package var line: String {
        let budget = StudyBudget(trials: budget, computeSeconds: computeBudget)
        var parts = ["trial \(trials)\(budget.words)"]
        if phase == .certifying {
            parts.append(
                "certifying with fresh seeds, \(certifications) of at most \(mostCertifications)")
        }
        if let best {
            parts.append(
                "best \(Figure.count(best.connections)) connections "
                    + "(trial \(best.trial.rawValue), "
                    + "\(Figure.number(best.trainings, "seed")))")
        } else {
            parts.append("target not reached yet")
        }
        parts.append(Figure.number(workers, "worker"))
        if let secondsLeft { parts.append("about \(Figure.time(secondsLeft)) left") }
        return parts.joined(separator: " · ")
    }
}
