package import Studies
import Trials

/// How a search gets on, for those who watch it.
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
    /// Trainings with fresh seeds there will be, at most, as far as is known.
    package let mostCertifications: Int
    /// The schedule that stands best; `nil` if none has reached the target yet.
    package let best: BestSoFar?
    /// Worker processes that are connected.
    package let workers: Int
    /// What is left at the pace so far, by the clock (s); `nil` if nothing is known of it.
    package let secondsLeft: Double?

    /// Notes how a search gets on.
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

    /// The progress as one line for a person.
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
