extension GrowthSchedule {
    /// Writes every name and value.
    package func write(to writer: inout PlainJSONWriter) {
        for column in Self.columns {
            writer.write(column.key)
            let word = words[column.position]
            switch column.kind {
            case .real: writer.write(Double(bitPattern: word))
            case .integer: writer.write(Int(Int64(bitPattern: word)))
            case .category(let choices): writer.write(choices[Int(word)])
            }
        }
        writer.write("}")
    }

    /// Reads a schedule that names everything.
    package init(plain reader: inout PlainJSONReader) throws(NotPlain) {
        var words = [UInt64](repeating: 0, count: Self.columns.count)
        for column in Self.columns {
            try reader.pass(column.key)
            words[column.position] = try column.kind.word(from: &reader)
        }
        try reader.pass("}")
        self.init(words: words)
    }

    /// A parameter as it stands in the text.
    private struct Column: Sendable {
        let position: Int
        /// Everything between two values: `,"activation":`.
        let key: [UInt8]
        let kind: Kind
    }

    private enum Kind: Sendable {
        case real(ClosedRange<Double>)
        case integer(ClosedRange<Int>)
        /// The words in quotes, in the order of the table.
        case category([[UInt8]])

        init(_ domain: ParameterDomain) {
            switch domain {
            case .real(let range, _): self = .real(range)
            case .integer(let range, _): self = .integer(range)
            case .category(let choices): self = .category(choices.map { Array("\"\($0)\"".utf8) })
            }
        }

        func word(from reader: inout PlainJSONReader) throws(NotPlain) -> UInt64 {
            switch self {
            case .real(let range):
                let number = try reader.real()
                guard range.contains(number) else { throw NotPlain() }
                return (number == 0 ? 0 : number).bitPattern
            case .integer(let range):
                let number = try reader.integer()
                guard range.contains(number) else { throw NotPlain() }
                return UInt64(bitPattern: Int64(number))
            case .category(let choices):
                for (position, choice) in choices.enumerated() where reader.take(choice) {
                    return UInt64(position)
                }
                throw NotPlain()
            }
        }
    }

    /// The parameters in the order of their names.
    private static let columns: [Column] = {
        let parameters = ScheduleParameter.allCases.sorted { left, right in
            left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
        }
        return parameters.enumerated().map { index, parameter in
            Column(
                position: parameter.position,
                key: Array("\(index == 0 ? "{" : ",")\"\(parameter.rawValue)\":".utf8),
                kind: Kind(parameter.domain))
        }
    }()
}
