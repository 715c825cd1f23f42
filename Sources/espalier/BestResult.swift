import ScheduleSearch
import Studies
import StudyDocuments
import Trials

/// The best schedule, as `best --json` prints it.
struct BestResult: Encodable {
    let trial: Int
    let schedule: GrowthSchedule
    let connections: Double
    let hitRate: Double
    let replicates: Int
    let certified: Bool
    let validation: Double
    let test: Double

    init(_ certificate: Certificate) {
        trial = certificate.trial.rawValue
        schedule = certificate.schedule
        connections = certificate.connections
        hitRate = certificate.hitRate
        replicates = certificate.replicates
        certified = certificate.isCertified
        validation = certificate.validation
        test = certificate.test
    }

    /// The result for a person.
    func lines(in study: StudyState) -> [String] {
        let metric = study.definition.target.metric
        let target = metric.text(study.definition.target.value)
        let seeds =
            certified ? "\(replicates) fresh seeds" : "1 seed of the search, not certified yet"
        var lines = [
            "best schedule of \(study.definition.name): trial \(trial), \(seeds)",
            "  connections  \(Figure.count(connections)) (geometric mean)",
            "  hit rate     \(Figure.percent(hitRate)) of the trainings reached the target",
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
