extension PlainJSONWriter {
    /// Writes a text in quotes, with escapes where JSON demands them.
    mutating func write(text: String) {
        write(byte: UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): write(#"\""#)
            case UInt8(ascii: "\\"): write(#"\\"#)
            case 0x08: write(#"\b"#)
            case 0x09: write(#"\t"#)
            case 0x0A: write(#"\n"#)
            case 0x0C: write(#"\f"#)
            case 0x0D: write(#"\r"#)
            case 0..<0x20:
                write(byte < 0x10 ? #"\u000"# : #"\u001"#)
                write(byte: Self.hexadecimalDigit(byte & 15))
            default: write(byte: byte)
            }
        }
        write(byte: UInt8(ascii: "\""))
    }

    /// Writes a word in quotes.
    ///
    /// - Precondition: no character needs an escape; names and digests have no such characters.
    @usableFromInline
    package mutating func write(word: String) {
        var word = word
        word.withUTF8 { word in
            unsafe write(count: word.count + 2) { place in
                unsafe place[0] = UInt8(ascii: "\"")
                if let start = word.baseAddress {
                    unsafe (place + 1).update(from: start, count: word.count)
                }
                unsafe place[word.count + 1] = UInt8(ascii: "\"")
            }
        }
    }
}
