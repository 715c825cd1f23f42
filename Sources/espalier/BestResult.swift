import ScheduleSearch
import Studies
import StudyDocuments
import Trials

/// The best schedule, as `best --json` prints it.
struct BestResult: Encodable {
    let trial: Int
    let schedule: GrowthSchedule
    let connections: Double
    let interval: [Double]?
    let hitRate: Double
    let hitRateBound: Double
    let replicates: Int
    let evidence: String
    let validation: Double
    let test: Double

    init(_ certificate: Certificate) {
        trial = certificate.trial.rawValue
        schedule = certificate.schedule
        connections = certificate.connections
        interval = certificate.interval.map { [$0.lowerBound, $0.upperBound] }
        hitRate = certificate.hitRate
        hitRateBound = certificate.hitRateBound
        replicates = certificate.replicates
        evidence = certificate.evidence.rawValue
        validation = certificate.validation
        test = certificate.test
    }

    /// The result for a person.
    func lines(in study: StudyState) -> [String] {
        let metric = study.definition.target.metric
        let target = metric.text(study.definition.target.value)
        var lines = [
            "best schedule of \(study.definition.name): trial \(trial), \(basis)",
            "  connections  \(Figure.count(connections)) (geometric mean\(reach))",
            "  hit rate     \(Figure.percent(hitRate)) of the trainings reached the target "
                + "(at least \(Figure.percent(hitRateBound)), with 95 % confidence)",
            "  validation   \(metric.text(validation)) (target \(target))",
            "  test         \(metric.text(test)) (rows that decided nothing)",
        ]
        for parameter in ScheduleParameter.allCases {
            let name = parameter.rawValue
            let padding = String(repeating: " ", count: max(1, 24 - name.utf8.count))
            let isSearched = study.definition.space.dimensions.contains {
                $0.parameter == parameter
            }
            let mark = isSearched ? "" : "  (fixed)"
            lines.append("  \(name)\(padding)\(schedule[parameter])\(mark)")
        }
        return lines
    }

    private var reach: String {
        guard let interval else { return "" }
        return "; 90 % interval \(Figure.count(interval[0])) to \(Figure.count(interval[1]))"
    }

    private var basis: String {
        switch Certificate.Evidence(rawValue: evidence) {
        case .confirmation: "\(replicates) fresh seeds that decided nothing"
        case .selection: "\(replicates) fresh seeds, by which it was chosen"
        case .search, nil:
            "\(replicates) seed\(replicates == 1 ? "" : "s") so far, not certified"
        }
    }
}

extension ScoreMetric {
    /// A score in words.
    func text(_ score: Double) -> String {
        switch self {
        case .accuracy: Figure.percent(score)
        case .nrmse: "nrmse \(Figure.fixed(score, 4))"
        }
    }
}
