extension ParameterDomain {
    /// The 64 bits for a value: those of a number, or the position of a word.
    ///
    /// - Precondition: the domain contains the value.
    func word(of value: ParameterValue) -> UInt64 {
        switch (self, value) {
        // Both zeros are equal, so they must have the same bits.
        case (.real, .real(let number)): return (number == 0 ? 0 : number).bitPattern
        case (.integer, .integer(let number)): return UInt64(bitPattern: Int64(number))
        case (.category(let choices), .category(let word)):
            guard let position = choices.firstIndex(of: word) else {
                preconditionFailure("\(word) is not one of \(choices)")
            }
            return UInt64(position)
        default: preconditionFailure("\(value) is not a value of \(self)")
        }
    }

    /// The value for 64 bits.
    func value(of word: UInt64) -> ParameterValue {
        switch self {
        case .real: .real(Double(bitPattern: word))
        case .integer: .integer(Int(Int64(bitPattern: word)))
        case .category(let choices): .category(choices[Int(word)])
        }
    }
}
