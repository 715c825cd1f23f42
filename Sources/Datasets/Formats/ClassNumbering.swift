/// Numbers classes in the order of their first appearance.
struct ClassNumbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a class; a new class gets the next number.
    mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }

    /// Replaces the numbers in labels by indices into the sorted names.
    func targets(labels: [Int32]) -> Targets {
        let sorted = ClassNames.sorted(names)
        return .classes(
            labels: labels.map { sorted.newIndices[Int($0)] },
            names: sorted.names
        )
    }
}
