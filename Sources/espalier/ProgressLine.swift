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
        var parts = ["trial \(study.searchTrialsOver)/\(study.budget.trials)"]
        if study.phase == .certifying {
            let done = study.trialsOver - study.searchTrialsOver
            parts.append("certifying with fresh seeds, \(done)/\(study.plannedCertifications)")
        }
        if let best = study.incumbent() {
            parts.append(
                "best \(Figure.count(best.connections)) connections "
                    + "(trial \(best.trial.rawValue))")
        } else {
            parts.append("target not reached yet")
        }
        parts.append("\(workers) worker\(workers == 1 ? "" : "s")")
        if let timeLeft { parts.append("about \(Figure.time(timeLeft)) left") }
        return parts.joined(separator: " · ")
    }

    /// What is left at the pace so far (s).
    private func timeLeft(_ study: StudyState, at now: Instant) -> Double? {
        guard let begin, study.trialsOver > begin.over + 4 else { return nil }
        let pace = (now - begin.instant) / .seconds(1) / Double(study.trialsOver - begin.over)
        let search = max(0, study.budget.trials - study.searchTrialsOver)
        let certified = study.trialsOver - study.searchTrialsOver
        let certifications = max(0, study.plannedCertifications - certified)
        return pace * Double(search + certifications)
    }
}

extension StudyState {
    /// Trainings with fresh seeds that the choice of the winner takes, as far as is known.
    var plannedCertifications: Int {
        let finalists =
            phase == .searching ? definition.certification.finalists : finalists.count
        let plan = definition.certification
        return finalists * plan.replicates + (finalists > 0 ? plan.confirmations : 0)
    }
}
