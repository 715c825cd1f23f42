package import Datasets
package import SparseNetworks
package import Trials

/// The rows of one part of a dataset, on which networks are judged.
package struct EvaluationRows {
    private let table: RowTable
    private let metric: ScoreMetric
    /// Standard deviation of the targets, if they are numbers.
    private let deviation: Double
    /// The numbers of a row's target.
    private let valuesPerRow: Int

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
        case (.classes, .accuracy): (deviation, valuesPerRow) = (1, 1)
        case (.values(let values, let width), .nrmse):
            deviation = Self.deviation(of: values, width: width)
            valuesPerRow = width
        default: preconditionFailure("\(metric.rawValue) does not fit the targets")
        }
    }

    /// The root of the mean variance of the numbers that a row has.
    private static func deviation(of values: [Float], width: Int) -> Double {
        let count = Double(values.count / width)
        let variances = (0..<width).map { output in
            let column = stride(from: output, to: values.count, by: width).lazy.map { values[$0] }
            let mean = column.reduce(0.0) { $0 + Double($1) } / count
            return column.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
        }
        let variance = variances.reduce(0, +) / Double(width)
        return variance > 0 ? variance.squareRoot() : 1
    }

    /// Judges the network of a workspace; the score is always finite.
    package func judge(_ workspace: Workspace) -> (loss: Double, score: Double) {
        let sums = workspace.score(table)
        let rows = Double(sums.rows)
        switch metric {
        case .accuracy: return (sums.loss / rows, Double(sums.correct) / rows)
        case .nrmse:
            let errors = rows * Double(valuesPerRow)
            let error = (sums.squaredError / errors).squareRoot() / deviation
            return (sums.loss / rows, error < Self.worstError ? error : Self.worstError)
        }
    }
}
