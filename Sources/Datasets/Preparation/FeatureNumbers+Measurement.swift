internal import RowStorage

extension FeatureNumbers {
    /// Measures every feature over some rows, in their order, so that all machines get the same
    /// bits.
    ///
    /// - Returns: a scale for each feature, and the largest magnitude of all features.
    /// - Precondition: there is at least one row.
    /// - Complexity: O(features · rows).
    func measured(over rows: [Int], featureCount: Int) -> (scales: [Scale], largest: Double) {
        switch self {
        case .bytes(let table):
            return table.withSpan { Self.measured($0, over: rows, featureCount: featureCount) }
        case .floats(let features):
            return features.withSpan { Self.measured($0, over: rows, featureCount: featureCount) }
        }
    }

    /// Measures feature by feature, the order of the numbers in memory.
    private static func measured(
        _ features: Span<Float>, over rows: [Int], featureCount: Int
    ) -> (scales: [Scale], largest: Double) {
        let rowCount = featureCount > 0 ? features.count / featureCount : 0
        var largest: Float = 0
        let scales = (0..<featureCount).map { feature in
            let numbers = rows.map { features[feature * rowCount + $0] }
            largest = numbers.reduce(largest) { max($0, $1.magnitude) }
            return Scale(of: numbers)
        }
        return (scales, Double(largest))
    }

    /// Measures row by row, the order of the table in memory; the sums are those of
    /// `Scale.init(of:)`.
    private static func measured(
        _ table: Span<UInt8>, over rows: [Int], featureCount: Int
    ) -> (scales: [Scale], largest: Double) {
        precondition(!rows.isEmpty, "the scale of no numbers")
        var sums = [Double](repeating: 0, count: featureCount)
        var least = [UInt8](repeating: .max, count: featureCount)
        var most = [UInt8](repeating: 0, count: featureCount)
        for row in rows {
            for feature in 0..<featureCount {
                let byte = table[row * featureCount + feature]
                sums[feature] += Double(byte)
                least[feature] = min(least[feature], byte)
                most[feature] = max(most[feature], byte)
            }
        }
        let means = sums.map { $0 / Double(rows.count) }
        var squares = [Double](repeating: 0, count: featureCount)
        for row in rows {
            for feature in 0..<featureCount {
                let distance = Double(table[row * featureCount + feature]) - means[feature]
                squares[feature] += distance * distance
            }
        }
        let scales = (0..<featureCount).map { feature in
            let isConstant = least[feature] == most[feature]
            return Scale(
                mean: isConstant ? Double(most[feature]) : means[feature],
                deviation: isConstant
                    ? 0 : (squares[feature] / Double(rows.count)).squareRoot())
        }
        return (scales, Double(most.max() ?? 0))
    }
}
