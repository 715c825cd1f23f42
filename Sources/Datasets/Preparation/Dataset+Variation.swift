internal import RowStorage

extension Dataset {
    /// Checks that features and targets vary enough to learn and to judge.
    ///
    /// Values must differ in every part, because an error is measured relative to their deviation:
    /// with a deviation of 0 any network would look perfect. Classes must differ only in training.
    ///
    /// - Complexity: O(rows) at worst; the search ends at the first difference.
    func checkVariation(in split: RowSplit) throws(DatasetError) {
        let parts = [
            (DatasetPart.training, split.training), (.validation, split.validation),
            (.test, split.test),
        ]
        for (part, rows) in parts where part == .training || targets.kind == .values {
            guard targets.differ(over: rows) else {
                throw .constantTargets(
                    part: part, rowCount: rows.count, value: targets.text(of: rows[0]))
            }
        }
        guard features(differOver: split.training) else {
            throw .constantFeatures(
                featureCount: featureNames.count, rowCount: split.training.count)
        }
    }

    private func features(differOver rows: [Int]) -> Bool {
        let featureCount = featureNames.count
        switch numbers {
        case .bytes(let table):
            return table.withSpan { table in
                rows.contains { row in
                    (0..<featureCount).contains {
                        table[row * featureCount + $0] != table[rows[0] * featureCount + $0]
                    }
                }
            }
        case .floats(let features):
            return features.withSpan { features in
                rows.contains { row in
                    (0..<featureCount).contains {
                        features[$0 * rowCount + row] != features[$0 * rowCount + rows[0]]
                    }
                }
            }
        }
    }
}

extension Targets {
    fileprivate func differ(over rows: [Int]) -> Bool {
        switch self {
        case .classes(let labels, _): rows.contains { labels[$0] != labels[rows[0]] }
        case .values(let values, let width):
            rows.contains { row in
                (0..<width).contains { values[row * width + $0] != values[rows[0] * width + $0] }
            }
        }
    }

    fileprivate func text(of row: Int) -> String {
        switch self {
        case .classes(let labels, let names): names[Int(labels[row])]
        case .values(let values, let width):
            values[(row * width)..<((row + 1) * width)].map { "\($0)" }.joined(separator: " ")
        }
    }
}
