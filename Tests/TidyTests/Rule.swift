import Testing

/// Words that no source in some part of the repository may contain.
struct Rule: Sendable, CustomTestStringConvertible {
    /// Which parts of a text are searched, and how a match is told from a namesake.
    enum Form: Hashable, Sendable {
        /// The words stand alone: no letter or digit touches them.
        case words
        /// The words call a free function: neither a method nor a declaration.
        case freeFunction
        /// The words open a call that lacks an argument.
        case callWithout(argument: String)
        /// As `words`, but comments are searched too.
        case wordsOrComment
    }

    /// What is searched for.
    let banned: String
    /// How it is searched for.
    let form: Form
    /// What to do instead.
    let remedy: String
    /// A violation, from which the tests see that the rule can fail.
    let planted: String

    /// States a rule.
    init(_ banned: String, as form: Form = .words, instead remedy: String, planted: String) {
        self.banned = banned
        self.form = form
        self.remedy = remedy
        self.planted = planted
    }

    var testDescription: String { banned }

    /// Finds the places where a source breaks the rule.
    func violations(in file: SourceFile) -> [Violation] {
        let searched = file.bytes(keeping: form == .wordsOrComment ? [.code, .comment] : [.code])
        return offsets(in: searched).map { offset in
            Violation(
                path: file.path,
                line: file.line(at: offset),
                finding: "`\(banned)`",
                remedy: remedy
            )
        }
    }

    private func offsets(in text: [UInt8]) -> [Int] {
        let words = Array(banned.utf8)
        guard let first = words.first, text.count >= words.count else { return [] }
        return (0...(text.count - words.count)).filter { offset in
            text[offset] == first
                && text[offset...].starts(with: words)
                && standsAlone(text, offset..<(offset + words.count))
                && isMeant(text, offset..<(offset + words.count))
        }
    }

    private func standsAlone(_ text: [UInt8], _ place: Range<Int>) -> Bool {
        let isJoinedBefore =
            Self.isLetter(text[place.lowerBound]) && place.lowerBound > 0
            && Self.isLetter(text[place.lowerBound - 1])
        let isJoinedAfter =
            Self.isLetter(text[place.upperBound - 1]) && place.upperBound < text.count
            && Self.isLetter(text[place.upperBound])
        return !isJoinedBefore && !isJoinedAfter
    }

    private func isMeant(_ text: [UInt8], _ place: Range<Int>) -> Bool {
        switch form {
        case .words, .wordsOrComment:
            return true
        case .freeFunction:
            let before = text[..<place.lowerBound]
            return before.last != UInt8(ascii: ".") && !before.ends(with: "func ")
        case .callWithout(let argument):
            let arguments = String(
                decoding: text[place.upperBound...].balanced,
                as: UTF8.self
            )
            return !arguments.contains(argument)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with word: String) -> Bool {
        suffix(word.utf8.count).elementsEqual(word.utf8)
    }

    /// What precedes the parenthesis that closes one opened just before.
    fileprivate var balanced: ArraySlice<UInt8> {
        var depth = 1
        return prefix { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return depth > 0
        }
    }
}
