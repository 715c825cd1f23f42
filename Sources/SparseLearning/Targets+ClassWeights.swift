package import Datasets

extension Targets {
    /// Weights that give each class the same sum, and rows the mean 1; a class without rows has 0.
    ///
    /// There are none where targets are numbers.
    package var balancedClassWeights: [Float] {
        guard case .classes(let labels, let names) = self else { return [] }
        var counts = Array(repeating: 0, count: names.count)
        for label in labels { counts[Int(label)] += 1 }
        let present = counts.count { $0 > 0 }
        return counts.map { $0 == 0 ? 0 : Float(labels.count) / Float(present * $0) }
    }
}
