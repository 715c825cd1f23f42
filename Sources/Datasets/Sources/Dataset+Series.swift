extension Dataset {
    /// Makes a row of every instant of a series that has all its past: the value of the target is
    /// to be told from earlier ones, and from other columns.
    ///
    /// Features are called `activity[t-1]`, by column and then by lag, nearest first. Rows stay in
    /// the order of time. The first rows of the table, as many as the longest lag, are only looked
    /// back on.
    ///
    /// - Parameters:
    ///   - series: the columns.
    ///   - target: the column to be predicted.
    ///   - columns: what is seen for it, at least one column.
    /// - Precondition: the series has all these columns, and the target does not see its present.
    /// - Throws: `shortSeries`, or `oneTarget` for a target that never changes.
    /// - Complexity: O(rows · lags).
    public init(
        series: SeriesTable, target: String, seenBy columns: [LaggedColumn]
    ) throws(DatasetError) {
        precondition(!columns.isEmpty, "nothing is seen for \(target)")
        precondition(
            columns.allSatisfy { $0.name != target || $0.lags.lowerBound > 0 },
            "\(target) would be told from itself")
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

    /// Sets the last rows aside: for test, and before those for validation, so that what is learnt
    /// is always older than what it is judged by.
    ///
    /// A part that the dataset provides stays as it is, and its share is ignored.
    ///
    /// - Parameters:
    ///   - validation: share of the rows not set aside yet (0…1), rounded to whole rows.
    ///   - test: likewise.
    /// - Precondition: rows that are set aside already stand behind all others.
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
