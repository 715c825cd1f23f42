package import Datasets
package import SparseNetworks
package import Trials

/// The rows of one part of a dataset, on which networks are judged.
package struct EvaluationRows {
    private let table: RowTable
    private let metric: ScoreMetric
    /// Standard deviation of the targets, if they are numbers.
    private let deviation: Double

    /// Reported instead of an error that is NaN or larger.
    private static let worstError = 1e9

    /// Takes the rows of a part, and the metric for their outputs.
    ///
    /// - Precondition: there is at least one row, and the metric fits the targets.
    package init(_ samples: Samples, metric: ScoreMetric) {
        precondition(samples.rowCount > 0, "a part of the dataset has no rows")
        table = RowTable(samples)
        self.metric = metric
        switch (samples.targets, metric) {
        case (.classes, .accuracy): deviation = 1
        case (.values(let values), .nrmse): deviation = Self.deviation(of: values)
        default: preconditionFailure("\(metric.rawValue) does not fit the targets")
        }
    }

    private static func deviation(of values: [Float]) -> Double {
        let count = Double(values.count)
        let mean = values.reduce(0.0) { $0 + Double($1) } / count
        let variance = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
        return variance > 0 ? variance.squareRoot() : 1
    }

    /// Judges the network of a workspace; the score is always finite.
    package func judge(_ workspace: Workspace) -> (loss: Double, score: Double) {
        let sums = workspace.score(table)
        let rows = Double(sums.rows)
        switch metric {
        case .accuracy: return (sums.loss / rows, Double(sums.correct) / rows)
        case .nrmse:
            let error = (sums.squaredError / rows).squareRoot() / deviation
            return (sums.loss / rows, error < Self.worstError ? error : Self.worstError)
        }
    }
}
