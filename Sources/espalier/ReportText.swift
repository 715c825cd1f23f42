import Trials

/// A report for a person.
enum ReportText {
    static func lines(_ report: TrainingReport, under target: TargetScore) -> [String] {
        [
            outcome(report, target),
            "  connections  \(report.connections) (and \(report.biases) biases)",
            "  hidden nodes \(report.hiddenNodes), inputs used \(report.inputsUsed)",
            "  validation   \(target.metric.text(report.validation))",
            "  test         \(target.metric.text(report.test)) (rows that decided nothing)",
            """
              took         \(report.epochs) epochs, \(report.curve.count) checks, \
            \(Figure.fixed(Double(report.multiplyAdds) / 1e6, 1)) million multiply-adds, \
            \(Figure.fixed(report.cpuSeconds, 3)) s of processor time
            """,
            "  fingerprint  \(report.fingerprint.rawValue)",
        ]
    }

    private static func outcome(_ report: TrainingReport, _ target: TargetScore) -> String {
        let wanted = target.metric.text(target.value)
        return switch report.outcome {
        case .reached: "reached \(wanted)"
        case .censored(let cap): "stopped at its cap of \(cap) connections, before \(wanted)"
        case .failed(.diverged(let check)): "diverged at check \(check): lower learning_rate"
        case .failed(.targetMissed(let checks)): "did not reach \(wanted) in \(checks) checks"
        case .failed(.fullyGrown(let connections)):
            "stopped improving with all \(connections) connections it may have, before \(wanted)"
        case .failed(.exhausted(let multiplyAdds)):
            "spent its \(multiplyAdds) multiply-adds before it reached \(wanted)"
        }
    }
}
