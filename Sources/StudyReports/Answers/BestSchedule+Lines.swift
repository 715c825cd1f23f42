import ScheduleSearch
package import Studies
import Trials

extension BestSchedule {
    /// The lines that show the schedule to the user: its cost and scores, then its parameters.
    ///
    /// - Parameter listing: which parameters to show.
    package func lines(of study: StudyDefinition, _ listing: ParameterListing) -> [String] {
        let metric = study.target.metric
        let heading = [
            "best schedule of \(study.name): trial \(trial.rawValue), \(basis)",
            "  connections  \(Figure.count(connections)) (geometric mean\(reach))",
            "  hit rate     \(Figure.percent(hitRate)) of the trainings reached the target "
                + "(at least \(Figure.percent(hitRateBound)), with 95 % confidence)",
            "  validation   \(metric.text(validation)) (target \(study.target.text))",
            "  test         \(metric.text(test)) (rows that decided nothing)",
        ]
        return heading + parameters(of: study, listing)
    }

    private func parameters(of study: StudyDefinition, _ listing: ParameterListing) -> [String] {
        let searched = study.space.dimensions.map(\.parameter)
        let fixed = ScheduleParameter.allCases.filter { !searched.contains($0) }
        // Two on a line, so that the whole answer fits on a terminal of 24 lines.
        let lines = stride(from: 0, to: searched.count, by: 2).map { first in
            searched[first...].prefix(2).map(line).padded(to: Self.columnWidth)
        }
        guard !fixed.isEmpty else { return lines }
        return switch listing {
        case .all: lines + fixed.map { line($0) + "  (fixed)" }
        case .searched: lines + ["  and \(fixed.count) parameters that are fixed: see --all"]
        }
    }

    /// The width of a parameter if another one follows on its line.
    private static let columnWidth = 39

    private func line(_ parameter: ScheduleParameter) -> String {
        let name = parameter.rawValue
        let padding = String(repeating: " ", count: max(1, 24 - name.utf8.count))
        return "  \(name)\(padding)\(schedule[parameter])"
    }

    private var reach: String {
        guard let interval else { return "" }
        return "; 90 % interval \(Figure.count(interval.lowerBound)) to "
            + Figure.count(interval.upperBound)
    }

    private var basis: String {
        switch evidence {
        case .confirmation: "\(replicates) fresh seeds that decided nothing"
        case .selection: "\(replicates) fresh seeds, by which it was chosen"
        case .search: "\(Figure.number(replicates, "seed")) so far, not certified"
        }
    }
}

extension [String] {
    /// Joins the texts to one line, and pads each of them except the last with spaces.
    fileprivate func padded(to width: Int) -> String {
        let filled = dropLast().map { text in
            text + String(repeating: " ", count: Swift.max(0, width - text.utf8.count))
        }
        return (filled + suffix(1)).joined()
    }
}
