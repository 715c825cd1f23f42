import Yams

/// A value of a document, with its position.
struct DocumentValue {
    /// The document, as the user named it.
    let file: String
    /// The keys that lead to the value, with dots.
    let key: String
    /// The value as it was written.
    let node: Node

    /// The forms that a value can be written in.
    enum Form {
        case word, list, section
    }

    /// The form that the value was written in.
    var form: Form {
        switch node {
        case .mapping: .section
        case .sequence: .list
        default: .word
        }
    }

    /// The line on which the value begins, from 1.
    var line: Int { node.mark?.line ?? 1 }

    /// The column at which the value begins, from 1.
    var column: Int { node.mark?.column ?? 1 }

    /// Returns an error about the value.
    func error(_ problem: ConfigError.Problem) -> ConfigError {
        ConfigError(
            file: file,
            line: line,
            column: column,
            key: key,
            problem: problem
        )
    }

    /// Returns the error that the value is not legal.
    func error(expected: String) -> ConfigError {
        error(.illegal(found: found, expected: expected))
    }

    /// This value under the name of one of its keys, for an error about that key.
    func at(_ name: String) -> DocumentValue {
        DocumentValue(file: file, key: key.isEmpty ? name : "\(key).\(name)", node: node)
    }

    /// Reads a mapping.
    func section(known: [String]) throws(ConfigError) -> DocumentSection {
        guard case .mapping(let mapping) = node else {
            throw error(expected: "a section with \(known.joined(separator: ", "))")
        }
        return try DocumentSection(mapping, of: self, known: known)
    }

    /// The elements of a list; `nil` if the value is not a list.
    var elements: [DocumentValue]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map { DocumentValue(file: file, key: key, node: $0) }
    }

    /// The text of a single value; `nil` if it is a section, a list or empty.
    var text: String? {
        guard case .scalar(let scalar) = node, !isEmpty else { return nil }
        return scalar.string
    }

    /// The value as a whole number; `1_000` and `2e11` count as well.
    var wholeNumber: Int? {
        guard let digits = numberText else { return nil }
        if let number = Int(digits) { return number }
        return Double(digits).flatMap { Int(exactly: $0) }
    }

    /// The value as a finite number.
    var number: Double? {
        guard let digits = numberText, let number = Double(digits), number.isFinite else {
            return nil
        }
        return number
    }

    /// Reads a word or a name.
    func string(expected: String) throws(ConfigError) -> String {
        guard let text, !text.isEmpty else { throw error(expected: expected) }
        return text
    }

    /// Reads a whole number in a range.
    func integer(in range: ClosedRange<Int>) throws(ConfigError) -> Int {
        guard let number = wholeNumber, range.contains(number) else {
            throw error(
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// Reads one of some words.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        of type: Choice.Type
    ) throws(ConfigError) -> Choice {
        guard let choice = text.flatMap(Choice.init(rawValue:)) else {
            let words = Choice.allCases.map(\.rawValue)
            throw error(expected: "one of \(words.joined(separator: ", "))")
        }
        return choice
    }

    /// The value as an error message names it.
    private var found: String {
        switch form {
        case .section: "a section"
        case .list: "a list"
        case .word: text ?? "empty"
        }
    }

    private var isEmpty: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// Quoted numbers are words; hexadecimal and infinite numbers are not accepted.
    private var numberText: String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        let digits = scalar.string.filter { $0 != "_" }
        let isDecimal = digits.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        return isDecimal && !digits.isEmpty ? digits : nil
    }
}
