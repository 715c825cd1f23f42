package import Datasets

extension Targets {
    /// Weights that give each class the same sum, and the rows a mean of 1; a class without rows
    /// has 0.
    ///
    /// The list is empty if targets are numbers.
    package var balancedClassWeights: [Float] {
        guard case .classes(let labels, let names) = self else { return [] }
        var counts = Array(repeating: 0, count: names.count)
        for label in labels { counts[Int(label)] += 1 }
        let present = counts.count { $0 > 0 }
        return counts.map { $0 == 0 ? 0 : Float(labels.count) / Float(present * $0) }
    }
}
