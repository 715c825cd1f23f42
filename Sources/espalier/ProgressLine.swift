import Coordination
import Studies
import Trials

/// Shows on stderr how a search is getting on: in place on a terminal, else a line now and then.
struct ProgressLine {
    /// What removes the line from a terminal.
    static let erasure = "\r\u{1B}[K"

    private let isInPlace = Terminal.isWatched
    private var lastShown: Instant?
    private var begin: (instant: Instant, over: Int)?
    private var isOpen = false

    /// Shows where a study stands, if the last time was long enough ago.
    mutating func show(_ study: StudyState, workers: Int, at now: Instant) {
        let interval: Duration = isInPlace ? .milliseconds(200) : .seconds(5)
        if let lastShown, now - lastShown < interval { return }
        lastShown = now
        let over = study.trialsOver
        if begin == nil { begin = (now, over) }
        let text = line(study, workers: workers, timeLeft: timeLeft(study, at: now))
        Terminal.write(isInPlace ? "\(Self.erasure)\(text)" : "\(text)\n")
        isOpen = isInPlace
    }

    /// Leaves the line, so that something else can be written.
    mutating func end() {
        if isOpen { Terminal.write(Self.erasure) }
        isOpen = false
    }

    private func line(_ study: StudyState, workers: Int, timeLeft: Double?) -> String {
        var parts = ["trial \(study.searchTrialsOver)\(study.budget.words)"]
        if study.phase == .certifying {
            let done = study.trialsOver - study.searchTrialsOver
            let most = study.proposedTrials - study.searchTrials + study.plannedCertifications
            parts.append("certifying with fresh seeds, \(done) of at most \(most)")
        }
        if let best = study.incumbent {
            let seeds = best.trainings == 1 ? "1 seed" : "\(best.trainings) seeds"
            parts.append(
                "best \(Figure.count(best.connections)) connections "
                    + "(trial \(best.trial.rawValue), \(seeds))")
        } else {
            parts.append("target not reached yet")
        }
        parts.append("\(workers) worker\(workers == 1 ? "" : "s")")
        if let timeLeft { parts.append("about \(Figure.time(timeLeft)) left") }
        return parts.joined(separator: " · ")
    }

    /// What is left at the pace so far, of the part of the budget that is spent last (s).
    private func timeLeft(_ study: StudyState, at now: Instant) -> Double? {
        guard let begin, study.trialsOver > begin.over + 4 else { return nil }
        let pace = (now - begin.instant) / .seconds(1) / Double(study.trialsOver - begin.over)
        let search = study.wantsSearch ? study.budget.trials - study.searchTrialsOver : 0
        let byTrials = pace * Double(search + study.plannedCertifications)
        guard study.wantsSearch, let limit = study.budget.computeSeconds, study.cpuSeconds > 0
        else { return byTrials }
        let each = study.cpuSeconds / Double(study.trialsOver)
        return min(byTrials, pace * max(0, limit - study.cpuSeconds) / each)
    }
}

extension StudyBudget {
    /// The budget behind the number of trials that are over.
    var words: String {
        let ofTrials = trials < Self.mostTrials ? "/\(trials)" : ""
        return ofTrials + (computeSeconds.map { " within \(Figure.time($0)) of compute" } ?? "")
    }
}
