import Trials

extension TrainingReport {
    /// The report with no more of its curve than decisions look at: the check with the best score,
    /// and the one with the most connections.
    ///
    /// A study keeps one of these for each trial; a whole curve is twenty times as large, and stays
    /// in the journal.
    func outlined(under target: TargetScore) -> TrainingReport {
        guard curve.count > 2,
            let best = curve.indices.min(by: { left, right in
                target.shortfall(of: curve[left].validation)
                    < target.shortfall(of: curve[right].validation)
            }),
            let largest = curve.indices.max(by: { left, right in
                curve[left].connections < curve[right].connections
            })
        else { return self }
        let kept = best == largest ? [best] : [min(best, largest), max(best, largest)]
        return TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: hiddenNodes,
            inputsUsed: inputsUsed, biases: biases, validation: validation, test: test,
            epochs: epochs, multiplyAdds: multiplyAdds, curve: kept.map { curve[$0] },
            fingerprint: fingerprint, seconds: seconds, cpuSeconds: cpuSeconds)
    }
}
