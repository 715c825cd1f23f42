internal import RowStorage

extension Dataset {
    /// Joins rows from separate files; each file stays one part of the split.
    ///
    /// Classes are merged: a class that only one part has gets an index in all parts.
    ///
    /// - Precondition: none of the three datasets sets rows aside itself.
    /// - Throws: an error if columns or the kind of targets differ from the training rows.
    /// - Complexity: O(values).
    public init(
        training: Dataset,
        validation: Dataset? = nil,
        test: Dataset? = nil
    ) throws(DatasetError) {
        for (part, rows) in [(DatasetPart.validation, validation), (.test, test)] {
            if let rows { try rows.check(against: training, as: part) }
        }
        let parts = [training, validation, test].compactMap { $0 }
        precondition(
            parts.allSatisfy { $0.providedValidation.isEmpty && $0.providedTest.isEmpty },
            "rows that are joined must not set rows aside themselves"
        )
        let validationEnd = training.rowCount + (validation?.rowCount ?? 0)
        self.init(
            featureNames: training.featureNames,
            numbers: Self.joinedNumbers(parts),
            targets: Self.joinedTargets(parts.map(\.targets)),
            providedValidation: validation == nil ? 0..<0 : training.rowCount..<validationEnd,
            providedTest: test.map { validationEnd..<(validationEnd + $0.rowCount) } ?? 0..<0
        )
    }

    private func check(
        against training: Dataset,
        as part: DatasetPart
    ) throws(DatasetError) {
        guard targets.kind == training.targets.kind else {
            throw .differentTargetKind(
                part: part,
                found: targets.kind,
                expected: training.targets.kind
            )
        }
        for index in 0..<max(featureNames.count, training.featureNames.count) {
            let found = featureNames.indices.contains(index) ? featureNames[index] : nil
            let expected =
                training.featureNames.indices.contains(index) ? training.featureNames[index] : nil
            guard found == expected else {
                throw .differentColumn(
                    part: part,
                    number: index + 1,
                    found: found,
                    expected: expected
                )
            }
        }
    }

    private static func joinedNumbers(_ parts: [Dataset]) -> FeatureNumbers {
        let tables = parts.compactMap(\.numbers.bytes)
        if tables.count == parts.count { return .bytes(SharedRows(joining: tables)) }
        let featureCount = parts[0].featureNames.count
        let parts = parts.map { (rowCount: $0.rowCount, features: $0.features) }
        var features: [Float] = []
        features.reserveCapacity(parts.reduce(0) { $0 + $1.features.count })
        for feature in 0..<featureCount {
            for part in parts {
                let start = feature * part.rowCount
                features += part.features[start..<(start + part.rowCount)]
            }
        }
        return .floats(SharedRows(features))
    }

    /// Joins targets of one kind.
    private static func joinedTargets(_ parts: [Targets]) -> Targets {
        var classes = ClassNumbering()
        var labels: [Int32] = []
        var values: [Float] = []
        for part in parts {
            switch part {
            case .values(let more, let width): values += Targets.single(more, width: width)
            case .classes(let more, let names):
                let numbers = names.map { classes.number(of: $0) }
                labels += more.map { numbers[Int($0)] }
            }
        }
        return parts[0].kind == .values ? .values(values) : classes.targets(labels: labels)
    }
}
