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
    /// - target: the column to predict.
    /// - columns: the columns used as features, at least one.
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
                names.append("\(column.name)[t-\(lag)]")
                features += numbers[(longest - lag)..<(series.rowCount - lag)]
            }
        }
        self.init(featureNames: names, features: features, targets: .values(Array(instants)))
    }

    /// Sets the last rows aside for test, and the rows before them for validation.
    ///
    /// So training rows are always older than the rows that judge the network.
    ///
    /// A part that the dataset already provides stays the same, and its share is ignored.
    ///
    /// - Parameters:
    /// - validation: share of the rows that are not set aside yet (0…1), rounded to whole rows.
    /// - test: the same for test.
    /// - Precondition: rows that are already set aside come after all others.
    /// - Throws: `impossibleShares`, or `emptyPart` if a part would be left without rows.
    public func dividedByTime(
        validation: Double, test: Double
    ) throws(DatasetError) -> Dataset {
        let validationShare = providedValidation.isEmpty ? validation : 0
        let testShare = providedTest.isEmpty ? test : 0
        guard validationShare >= 0, testShare >= 0, validationShare + testShare < 1 else {
            throw .impossibleShares(validation: validation, test: test)
        }
        let free = rowCount - providedValidation.count - providedTest.count
        precondition(
            [providedValidation, providedTest].allSatisfy { $0.isEmpty || $0.lowerBound >= free },
            "rows set aside stand among the first \(free)")
        let testStart = free - Int((testShare * Double(free)).rounded())
        let validationCount = Int((validationShare * Double(free)).rounded())
        let divided = Dataset(
            featureNames: featureNames, numbers: numbers, targets: targets,
            providedValidation: providedValidation.isEmpty
                ? (testStart - validationCount)..<testStart : providedValidation,
            providedTest: providedTest.isEmpty ? testStart..<free : providedTest)
        for (part, isEmpty) in [
            (DatasetPart.training, testStart - validationCount <= 0),
            (.validation, divided.providedValidation.isEmpty),
            (.test, divided.providedTest.isEmpty),
        ] where isEmpty {
            throw .emptyPart(part, rowCount: rowCount)
        }
        return divided
    }
}
