/// Reads JSON only in the form in which `PlainJSONWriter` writes it.
///
/// `JSONDecoder` reads the same value from such a text, but takes 30 times as long; it reads other
/// forms too.
@usableFromInline
package struct PlainJSONReader {
    let bytes: [UInt8]
    var position = 0

    /// Starts at the first byte.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte that comes next; `nil` at the end.
    var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Skips a text if it comes next; otherwise the position stays the same.
    ///
    /// - Returns: whether the text came next.
    package mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            guard unsafe hasNext(UnsafeRawBufferPointer(text)) else { return false }
            position += text.count
            return true
        }
    }

    /// Skips a text if it comes next, without its last byte if that must be read again; otherwise
    /// the position stays the same.
    package mutating func take(_ text: ArraySlice<UInt8>, leavingLast: Bool = false) -> Bool {
        unsafe text.withUnsafeBytes { text in
            guard unsafe hasNext(text) else { return false }
            position += text.count - (leavingLast ? 1 : 0)
            return true
        }
    }

    /// Compares eight bytes at a time: most of the texts are known names.
    private func hasNext(_ text: UnsafeRawBufferPointer, after offset: Int = 0) -> Bool {
        let position = position + offset
        guard bytes.count - position >= text.count else { return false }
        return unsafe bytes.withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= text.count {
                let found = unsafe bytes.loadUnaligned(
                    fromByteOffset: position + index, as: UInt64.self)
                let expected = unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard found == expected else { return false }
                index += 8
            }
            if index + 4 <= text.count {
                let found = unsafe bytes.loadUnaligned(
                    fromByteOffset: position + index, as: UInt32.self)
                let expected = unsafe text.loadUnaligned(fromByteOffset: index, as: UInt32.self)
                guard found == expected else { return false }
                index += 4
            }
            while index < text.count {
                guard unsafe bytes[position + index] == text[index] else { return false }
                index += 1
            }
            return true
        }
    }

    /// Skips `"key":`, or `,"key":`, if it comes next; otherwise the position stays the same.
    mutating func take(key: StaticString, afterComma: Bool) -> Bool {
        let start = afterComma ? 2 : 1
        let length = key.utf8CodeUnitCount
        let end = start + length + 2
        guard bytes.count - position >= end else { return false }
        let name = unsafe UnsafeRawBufferPointer(start: key.utf8Start, count: length)
        guard !afterComma || bytes[position] == UInt8(ascii: ","),
            bytes[position + start - 1] == UInt8(ascii: "\""),
            unsafe hasNext(name, after: start),
            bytes[position + end - 2] == UInt8(ascii: "\""),
            bytes[position + end - 1] == UInt8(ascii: ":")
        else { return false }
        position += end
        return true
    }

    /// Tells whether a text comes next.
    @usableFromInline
    func isNext(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { unsafe hasNext(UnsafeRawBufferPointer($0)) }
    }

    /// Skips a text that must come next.
    @usableFromInline
    package mutating func pass(_ text: StaticString) throws(NotPlain) {
        guard take(text) else { throw NotPlain() }
    }

    /// Skips a byte that must come next.
    mutating func pass(byte: UInt8) throws(NotPlain) {
        guard next == byte else { throw NotPlain() }
        position += 1
    }

    /// Checks that no bytes follow.
    @usableFromInline
    package func end() throws(NotPlain) {
        guard position == bytes.count else { throw NotPlain() }
    }

    /// Reads a Boolean.
    package mutating func truth() throws(NotPlain) -> Bool {
        if take("true") { return true }
        try pass("false")
        return false
    }

    /// Reads a word in quotes whose characters need no escapes.
    @usableFromInline
    package mutating func word() throws(NotPlain) -> String {
        try pass("\"")
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\") else {
                throw NotPlain()
            }
            position += 1
        }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        try pass("\"")
        return word
    }
}
