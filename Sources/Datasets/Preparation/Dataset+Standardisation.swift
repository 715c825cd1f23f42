internal import RowStorage

extension Dataset {
    /// Measures the training rows of a split.
    ///
    /// - Precondition: the split has training rows, and they are rows of this dataset.
    /// - Complexity: O(features · training rows).
    public func standardisation(
        split: RowSplit, scaling: InputScaling = .deviation
    ) -> Standardisation {
        let scales = featureScales(over: split.training, scaling)
        guard case .values(let values, let width) = targets else {
            return Standardisation(features: scales, target: nil)
        }
        let single = Targets.single(values, width: width)
        return Standardisation(
            features: scales,
            target: Scale(of: split.training.map { single[$0] })
        )
    }

    private func featureScales(over rows: [Int], _ scaling: InputScaling) -> [Scale] {
        var (scales, largest) = numbers.measured(over: rows, featureCount: featureNames.count)
        if scaling == .range {
            scales = scales.map {
                Scale(mean: $0.mean, deviation: $0.deviation == 0 ? 0 : largest)
            }
        }
        return scales
    }

    /// The names of the features that do not vary over the training rows, so networks cannot use
    /// them.
    public func constantFeatureNames(split: RowSplit) -> [String] {
        zip(featureNames, standardisation(split: split).features)
            .filter { $0.1.deviation == 0 }.map(\.0)
    }

    /// Splits the rows and scales them with the scales of the training rows.
    ///
    /// Features are scaled by the chosen method and clipped to ±5. Targets that are values are
    /// scaled to mean 0 and deviation 1, not clipped. A feature or target that is constant over the
    /// training rows becomes 0 in all rows.
    ///
    /// - Precondition: the split has training rows, and its rows are rows of this dataset.
    /// - Complexity: O(features · rows).
    public func prepared(
        split: RowSplit, scaling: InputScaling = .deviation
    ) -> PreparedDataset {
        let scales = standardisation(split: split, scaling: scaling)
        return PreparedDataset(
            training: samples(split.training, scaledBy: scales),
            validation: samples(split.validation, scaledBy: scales),
            test: samples(split.test, scaledBy: scales)
        )
    }

    private func samples(_ rows: [Int], scaledBy scales: Standardisation) -> Samples {
        let targets = targets(rows, scaledBy: scales.target)
        let numbers: RowNumbers
        switch self.numbers {
        case .bytes(let table):
            numbers = .bytes(
                ByteRows(table: table, selection: rows.map { Int32($0) }, scaledBy: scales))
        case .floats(let features):
            numbers = RowNumbers(
                features: features.withSpan { scaled($0, rows, scaledBy: scales) },
                featureCount: featureNames.count)
        }
        return Samples(numbers: numbers, targets: targets, featureCount: featureNames.count)
    }

    private func scaled(
        _ features: Span<Float>, _ rows: [Int], scaledBy scales: Standardisation
    ) -> [Float] {
        var scaled = [Float](repeating: 0, count: featureNames.count * rows.count)
        for (feature, scale) in scales.features.enumerated() where scale.deviation > 0 {
            let start = feature * rowCount
            let scaledStart = feature * rows.count
            for (place, row) in rows.enumerated() {
                let number = scale.standardised(features[start + row])
                scaled[scaledStart + place] = Float(
                    max(-Standardisation.clip, min(Standardisation.clip, number))
                )
            }
        }
        return scaled
    }

    private func targets(_ rows: [Int], scaledBy scale: Scale?) -> Targets {
        switch targets {
        case .classes(let labels, let names):
            return .classes(labels: rows.map { labels[$0] }, names: names)
        case .values(let values, let width):
            guard let scale else { return targets }
            let single = Targets.single(values, width: width)
            return .values(rows.map { Float(scale.standardised(single[$0])) })
        }
    }
}
