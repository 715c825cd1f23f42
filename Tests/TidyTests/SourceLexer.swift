/// Tells code from comments and string literals, byte by byte.
///
/// Code inside an interpolation is code. A quotation mark in a regex literal would be taken for the
/// start of a string that ends with its line.
struct SourceLexer {
    /// What a byte is part of.
    enum Kind: Hashable, Sendable {
        case code
        case comment
        case literal
    }

    private let bytes: [UInt8]
    private let isC: Bool
    private var position = 0
    private var kinds: [Kind]

    private init(bytes: [UInt8], isC: Bool) {
        self.bytes = bytes
        self.isC = isC
        kinds = Array(repeating: .code, count: bytes.count)
    }

    /// Tells the kind of every byte.
    static func kinds(of bytes: [UInt8], isC: Bool = false) -> [Kind] {
        var lexer = SourceLexer(bytes: bytes, isC: isC)
        while lexer.position < bytes.count { lexer.scanCode() }
        return lexer.kinds
    }

    /// Scans up to the parenthesis that closes an interpolation, or to the end.
    private mutating func scanCode() {
        var depth = 0
        while position < bytes.count {
            if starts(with: "//") {
                skipLineComment()
            } else if starts(with: "/*") {
                skipBlockComment()
            } else if let hashes = hashesOfString() {
                skipString(hashes: hashes)
            } else if starts(with: "`") || (isC && starts(with: "'")) {
                skipQuoted(until: bytes[position])
            } else {
                if starts(with: "(") { depth += 1 }
                if starts(with: ")") { depth -= 1 }
                if depth < 0 { return advance(1, as: .literal) }
                advance(1, as: .code)
            }
        }
    }

    private mutating func skipLineComment() {
        while position < bytes.count, !starts(with: "\n") { advance(1, as: .comment) }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += isC && depth > 0 ? 0 : 1
                advance(2, as: .comment)
            } else if starts(with: "*/") {
                depth -= 1
                advance(2, as: .comment)
            } else {
                advance(1, as: .comment)
            }
        } while depth > 0 && position < bytes.count
    }

    /// The number of hashes before the quotation mark of a string that starts here.
    private func hashesOfString() -> Int? {
        let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        let quote = position + hashes
        guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") else { return nil }
        return hashes
    }

    private mutating func skipString(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        advance(hashes, as: .literal)
        let isMultiline = starts(with: "\"\"\"")
        let quote = isMultiline ? "\"\"\"" : "\""
        advance(quote.utf8.count, as: .literal)
        while position < bytes.count, isMultiline || !starts(with: "\n") {
            if starts(with: quote + marks) {
                return advance(quote.utf8.count + hashes, as: .literal)
            } else if !isC, starts(with: "\\" + marks + "(") {
                advance(hashes + 2, as: .literal)
                scanCode()
            } else {
                advance(starts(with: "\\" + marks) ? hashes + 2 : 1, as: .literal)
            }
        }
    }

    private mutating func skipQuoted(until mark: UInt8) {
        advance(1, as: .literal)
        while position < bytes.count, bytes[position] != mark, !starts(with: "\n") {
            advance(isC && starts(with: "\\") ? 2 : 1, as: .literal)
        }
        advance(1, as: .literal)
    }

    private func starts(with text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    private mutating func advance(_ count: Int, as kind: Kind) {
        let end = min(position + count, bytes.count)
        for offset in position..<end { kinds[offset] = kind }
        position = end
    }
}
