/// How the names of classes are ordered and united.
enum ClassNames {
    /// Reads the name of a class: whole numbers lose signs, zeros and points that say nothing.
    ///
    /// - Throws: `notAClass` for a fraction, `notFinite` for NaN, `tooLarge` beyond 64 bits.
    static func canonical(_ text: String) throws(FieldProblem) -> String {
        if let integer = Int(text) { return String(integer) }
        let bytes = Array(text.utf8)[...]
        guard DecimalNumber.isDecimal(bytes), let number = Double(text) else {
            if text.lowercased() == "nan" { throw .notFinite }
            return text
        }
        guard number.isFinite else { throw .tooLarge }
        guard number.rounded() == number else { throw .notAClass }
        return Int(exactly: number).map { String($0) } ?? text
    }

    /// Whether one name stands before another: numbers by value where all are, words by code unit.
    static func order(_ names: [String]) -> (String, String) -> Bool {
        let areIntegers = names.allSatisfy { Int($0) != nil }
        return { first, second in
            if areIntegers, let first = Int(first), let second = Int(second) {
                return first < second
            }
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
    }

    /// Sorts names and gives the new index of each.
    static func sorted(_ names: [String]) -> (names: [String], newIndices: [Int32]) {
        let precedes = order(names)
        let ranking = names.indices.sorted { precedes(names[$0], names[$1]) }
        var newIndices = [Int32](repeating: 0, count: names.count)
        for (rank, old) in ranking.enumerated() { newIndices[old] = Int32(rank) }
        return (ranking.map { names[$0] }, newIndices)
    }
}

/// Numbers classes in the order in which they are met.
struct ClassNumbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    /// The number of a class, a new one if it has none yet.
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
