public import PlainJSON

extension FieldWalk {
    /// A schedule: all names and values, or only those that differ from another schedule.
    ///
    /// Foundation's encoder writes all of them; its decoder takes values that are missing from
    /// `base`.
    public mutating func schedule(
        _ key: StaticString, _ value: GrowthSchedule?, differingFrom base: GrowthSchedule? = nil
    ) throws -> GrowthSchedule {
        guard hasPlainText else { return try coded(key, value) }
        let form = PlainScheduleForm.shared
        guard let value else {
            try passKey(key)
            return GrowthSchedule(words: try form.words(from: &reader, base: base?.words))
        }
        writeKey(key)
        form.write(value.words, differingFrom: base?.words, to: &writer)
        return value
    }
}

/// The form of schedules in plain JSON.
///
/// Most values of most schedules are the defaults. So the text of the default schedule is copied,
/// and values that differ are inserted; reading works in the same way.
private struct PlainScheduleForm: Sendable {
    static let shared = PlainScheduleForm()

    /// A parameter's form in the text, and its position in the text of the defaults.
    struct Column: Sendable {
        let position: Int
        let defaultWord: UInt64
        let kind: PlainValueKind
        /// The text before the value: `,"activation":`.
        let key: Range<Int>
        let value: Range<Int>
    }

    /// The text of the default schedule.
    let text: [UInt8]
    /// The parameters in the order of their names.
    let columns: [Column]

    init() {
        let parameters = ScheduleParameter.allCases.sorted { left, right in
            left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
        }
        var writer = PlainJSONWriter()
        columns = parameters.enumerated().map { index, parameter in
            let kind = PlainValueKind(parameter.domain)
            let word = parameter.domain.word(of: parameter.definition.defaultValue)
            let start = writer.bytes.count
            writer.write(Array("\(index == 0 ? "{" : ",")\"\(parameter.rawValue)\":".utf8)[...])
            let value = writer.bytes.count
            kind.write(word, to: &writer)
            return Column(
                position: parameter.position, defaultWord: word, kind: kind, key: start..<value,
                value: value..<writer.bytes.count)
        }
        writer.write("}")
        text = writer.bytes
    }

    /// Writes the values that differ from a base; all of them without one.
    func write(
        _ words: [UInt64], differingFrom base: [UInt64]?, to writer: inout PlainJSONWriter
    ) {
        if let base { return write(words, differingFrom: base, to: &writer) }
        var copied = 0
        for index in columns.indices {
            let word = words[columns[index].position]
            guard word != columns[index].defaultWord else { continue }
            writer.write(text[copied..<columns[index].value.lowerBound])
            columns[index].kind.write(word, to: &writer)
            copied = columns[index].value.upperBound
        }
        writer.write(text[copied...])
    }

    /// Reads the values that differ from a base; all of them without one.
    func words(
        from reader: inout PlainJSONReader, base: [UInt64]?
    ) throws(NotPlain) -> [UInt64] {
        if let base { return try words(from: &reader, differingFrom: base) }
        var words = [UInt64](repeating: 0, count: columns.count)
        for index in columns.indices {
            let (key, value) = (columns[index].key, columns[index].value)
            let position = columns[index].position
            // Only with the character after it is it the whole value.
            if reader.take(text[key.lowerBound...value.upperBound], leavingLast: true) {
                words[position] = columns[index].defaultWord
            } else {
                guard reader.take(text[key]) else { throw NotPlain() }
                words[position] = try columns[index].kind.word(from: &reader)
            }
        }
        try reader.pass("}")
        return words
    }
}

/// Texts with only some of the parameters.
extension PlainScheduleForm {
    private func write(
        _ words: [UInt64], differingFrom base: [UInt64], to writer: inout PlainJSONWriter
    ) {
        var isFirst = true
        writer.write("{")
        for index in columns.indices {
            let word = words[columns[index].position]
            guard word != base[columns[index].position] else { continue }
            if !isFirst { writer.write(",") }
            writer.write(text[name(of: index)])
            columns[index].kind.write(word, to: &writer)
            isFirst = false
        }
        writer.write("}")
    }

    private func words(
        from reader: inout PlainJSONReader, differingFrom base: [UInt64]
    ) throws(NotPlain) -> [UInt64] {
        var words = base
        var index = columns.startIndex
        try reader.pass("{")
        if reader.take("}") { return words }
        repeat {
            while index < columns.endIndex, !reader.take(text[name(of: index)]) { index += 1 }
            guard index < columns.endIndex else { throw NotPlain() }
            words[columns[index].position] = try columns[index].kind.word(from: &reader)
            index += 1
        } while reader.take(",")
        try reader.pass("}")
        return words
    }

    /// The name with its colon, without the comma or bracket before it.
    private func name(of index: Int) -> Range<Int> {
        columns[index].key.lowerBound + 1..<columns[index].key.upperBound
    }
}

/// The form of a parameter's values.
private enum PlainValueKind: Sendable {
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

    func write(_ word: UInt64, to writer: inout PlainJSONWriter) {
        switch self {
        case .real: writer.write(Double(bitPattern: word))
        case .integer: writer.write(Int(Int64(bitPattern: word)))
        case .category(let choices): writer.write(choices[Int(word)][...])
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
            for (position, choice) in choices.enumerated() where reader.take(choice[...]) {
                return UInt64(position)
            }
            throw NotPlain()
        }
    }
}
