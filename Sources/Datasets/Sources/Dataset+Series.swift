extension Dataset {
    /// Makes a row for each instant of a series whose whole past exists: the features are earlier
    /// values of the target and values of other columns.
    ///
    /// Features are called `activity[t-1]`, ordered by column and then by lag, nearest first. Rows
    /// stay in order of time. The first rows of the table, as many as the longest lag, are used
    /// only as past values.
    ///
    /// - Parameters:
    ///   - series: the columns.
    ///   - target: the column to predict.
    ///   - columns: the columns used as features, at least one.
    /// - Precondition: the series has all these columns, and the target's lags do not include 0.
    /// - Throws: `shortSeries`, or `oneTarget` for a target that never changes.
    /// - Complexity: O(rows · lags).
    public init(
        series: SeriesTable, target: String, seenBy columns: [LaggedColumn]
    ) throws(DatasetError) {
        precondition(!columns.isEmpty, "no column predicts \(target)")
        precondition(
            columns.allSatisfy { $0.name != target || $0.lags.lowerBound > 0 },
            "\(target) would be predicted from itself")
        let longest = columns.map(\.lags.upperBound).max() ?? 0
        let instants = series.column(named: target).dropFirst(longest)
        guard instants.count >= 6 else {
            throw .shortSeries(source: series.source, rowCount: series.rowCount, lags: longest)
        }
        let first = instants[longest]
        guard instants.contains(where: { $0 != first }) else {
            throw .oneTarget(source: series.source, column: target, value: "\(first)")
        }
        var names: [String] = []
        var features: [Float] = []
        for column in columns {
            let numbers = series.column(named: column.name)
            for lag in column.lags {
                names.append(column.featureName(lag: lag))
                features += numbers[(longest - lag)..<(series.rowCount - lag)]
            }
        }
        self.init(featureNames: names, features: features, targets: .values(Array(instants)))
    }
}
