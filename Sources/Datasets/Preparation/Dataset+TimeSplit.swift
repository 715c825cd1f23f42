extension Dataset {
    /// Sets the last rows aside for test, and the rows before them for validation.
    ///
    /// So training rows are always older than the rows that judge the network.
    ///
    /// A part that the dataset already provides stays the same, and its share is ignored.
    ///
    /// - Parameters:
    ///   - validation: share of the rows that are not set aside yet (0…1), rounded to whole rows.
    ///   - test: the same for test.
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
