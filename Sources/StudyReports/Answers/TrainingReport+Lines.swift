package import Trials

extension TrainingReport {
    /// The lines that show the report to the user: the answer of `espalier grow`.
    package func lines(under target: TargetScore) -> [String] {
        [
            ending(under: target),
            "  connections  \(connections) (and \(biases) biases)",
            "  hidden nodes \(hiddenNodes), inputs used \(inputsUsed)",
            "  validation   \(target.metric.text(validation))",
            "  test         \(target.metric.text(test)) (rows that decided nothing)",
            """
              took         \(epochs) epochs, \(curve.count) checks, \
            \(Figure.fixed(Double(multiplyAdds) / 1e6, 1)) million multiply-adds, \
            \(Figure.fixed(cpuSeconds, 3)) s of processor time
            """,
            "  fingerprint  \(fingerprint.rawValue)",
        ]
    }

    private func ending(under target: TargetScore) -> String {
        let wanted = target.text
        return switch outcome {
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
