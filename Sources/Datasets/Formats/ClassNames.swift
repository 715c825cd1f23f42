/// Rules for the names of classes: their canonical form and their order.
enum ClassNames {
    /// The canonical name of a class: whole numbers lose superfluous signs, zeros and points.
    ///
    /// - Throws: `notAClass` for a fraction, `notFinite` for NaN, `tooLarge` for a number without a
    ///   finite Double.
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

    /// The order of names: by value if all are whole numbers, otherwise by code unit.
    static func order(_ names: [String]) -> (String, String) -> Bool {
        let areIntegers = names.allSatisfy { Int($0) != nil }
        return { first, second in
            if areIntegers, let first = Int(first), let second = Int(second) {
                return first < second
            }
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
    }

    /// Sorts names and returns the new index of each.
    static func sorted(_ names: [String]) -> (names: [String], newIndices: [Int32]) {
        let precedes = order(names)
        let ranking = names.indices.sorted { precedes(names[$0], names[$1]) }
        var newIndices = [Int32](repeating: 0, count: names.count)
        for (rank, old) in ranking.enumerated() { newIndices[old] = Int32(rank) }
        return (ranking.map { names[$0] }, newIndices)
    }
}
