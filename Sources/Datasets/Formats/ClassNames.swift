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
