/// Splits the bytes of a comma-separated file into records and fields.
///
/// Source: RFC 4180, "Common Format and MIME Type for Comma-Separated Values" (2005), and the
/// variants that programs write: any line end, spaces around fields, a byte order mark, blank last
/// lines.
struct CSVReader {
    /// The position of a field in the bytes, without its quotes and the spaces around it.
    struct Field {
        var range: Range<Int>
        var line: Int
        var isQuoted = false
        var hasDoubledQuotes = false
    }

    let source: String
    /// The names of the columns, for errors.
    var columnNames: [String] = []
    private(set) var line = 1
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8], source: String) {
        self.bytes = bytes
        self.source = source
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: byteOrderMark) { position = byteOrderMark.count }
    }

    /// Reads the next record; returns false if only white space is left.
    ///
    /// - Complexity: O(bytes of the record), no allocation once `fields` has grown.
    mutating func readRecord(into fields: inout [Field]) throws(DatasetError) -> Bool {
        guard !restIsBlank else { return false }
        fields.removeAll(keepingCapacity: true)
        while true {
            fields.append(try readField(number: fields.count + 1))
            guard position < bytes.count else { return true }
            let isComma = bytes[position] == comma
            guard isComma else {
                passLineEnd()
                return true
            }
            position += 1
        }
    }

    /// The bytes of a field as they are in the file; doubled quotes are still doubled.
    func slice(_ field: Field) -> ArraySlice<UInt8> {
        bytes[field.range]
    }

    /// The text of a field.
    func text(_ field: Field, number: Int) throws(DatasetError) -> String {
        guard let text = String(validating: bytes[field.range], as: UTF8.self) else {
            throw unreadable(field, number: number, .notUTF8)
        }
        guard field.hasDoubledQuotes else { return text }
        return text.split(separator: "\"\"", omittingEmptySubsequences: false)
            .joined(separator: "\"")
    }

    /// The position of a field, for an error.
    func place(_ field: Field, number: Int) -> FieldPlace {
        let name = columnNames.indices.contains(number - 1) ? columnNames[number - 1] : nil
        return place(field, number: number, name: name)
    }

    func place(_ field: Field, number: Int, name: String?) -> FieldPlace {
        FieldPlace(source: source, line: field.line, column: number, name: name)
    }

    /// The error for a field that cannot be read.
    func unreadable(_ field: Field, number: Int, _ problem: FieldProblem) -> DatasetError {
        .unreadableField(
            place(field, number: number),
            found: String(decoding: slice(field), as: UTF8.self),
            problem: problem
        )
    }

    private mutating func readField(number: Int) throws(DatasetError) -> Field {
        skipSpaces()
        if position < bytes.count, bytes[position] == quote {
            return try readQuotedField(number: number)
        }
        let start = position
        while position < bytes.count, bytes[position] != comma, !isLineEnd(bytes[position]) {
            position += 1
        }
        var end = position
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return Field(range: start..<end, line: line)
    }

    private mutating func readQuotedField(number: Int) throws(DatasetError) -> Field {
        position += 1
        var field = Field(range: position..<position, line: line, isQuoted: true)
        let start = position
        while true {
            guard position < bytes.count else {
                field.range = start..<min(start + 80, bytes.count)
                throw unreadable(field, number: number, .unterminatedQuote)
            }
            if isLineEnd(bytes[position]) {
                passLineEnd()
            } else if bytes[position] != quote {
                position += 1
            } else if position + 1 < bytes.count, bytes[position + 1] == quote {
                field.hasDoubledQuotes = true
                position += 2
            } else {
                break
            }
        }
        field.range = start..<position
        position += 1
        try passQuotedFieldEnd(number: number)
        return field
    }

    private mutating func passQuotedFieldEnd(number: Int) throws(DatasetError) {
        skipSpaces()
        var rest = Field(range: position..<position, line: line)
        while rest.range.upperBound < bytes.count,
            bytes[rest.range.upperBound] != comma, !isLineEnd(bytes[rest.range.upperBound])
        {
            rest.range = position..<(rest.range.upperBound + 1)
        }
        guard rest.range.isEmpty else { throw unreadable(rest, number: number, .textAfterQuote) }
    }

    private var restIsBlank: Bool {
        var probe = position
        while probe < bytes.count, isSpace(bytes[probe]) || isLineEnd(bytes[probe]) { probe += 1 }
        return probe == bytes.count
    }

    private mutating func skipSpaces() {
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    }

    /// Skips one line end: LF, CR LF, or CR alone.
    private mutating func passLineEnd() {
        let isPair =
            bytes[position] == carriageReturn && position + 1 < bytes.count
            && bytes[position + 1] == lineFeed
        position += isPair ? 2 : 1
        line += 1
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
}
