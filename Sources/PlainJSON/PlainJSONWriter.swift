/// Writes JSON in one form only: no spaces, the keys of an object in the order of their character
/// codes, and each number as the shortest text that reads as the same number.
///
/// The bytes are the same as those of `JSONEncoder` with sorted keys. This writer is used for
/// messages and events that occur thousands of times per second, because `JSONEncoder` takes 30
/// times as long.
@usableFromInline
package struct PlainJSONWriter {
    /// The text written so far, and room for more of it.
    ///
    /// Room is written over; appending to an array costs twice as much.
    private var room: [UInt8]
    private var count = 0

    /// Starts a text.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    package init(capacity: Int = 0) {
        room = [UInt8](repeating: 0, count: capacity)
    }

    /// The text written so far.
    ///
    /// - Complexity: O(bytes).
    package var bytes: [UInt8] { Array(room[..<count]) }

    /// Ends the text.
    @usableFromInline
    mutating func finish() -> [UInt8] {
        room.removeLast(room.count - count)
        return room
    }

    /// Makes room for more bytes, and has them written.
    private mutating func write(
        count more: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void
    ) {
        if room.count - count < more {
            room += [UInt8](repeating: 0, count: max(more, room.count, 64))
        }
        unsafe room.withUnsafeMutableBytes { room in
            unsafe body(UnsafeMutableRawBufferPointer(rebasing: room[count..<count + more]))
        }
        count += more
    }

    /// Writes keys and punctuation unchanged.
    @usableFromInline
    package mutating func write(_ text: StaticString) {
        unsafe write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes bytes unchanged.
    package mutating func write(_ text: ArraySlice<UInt8>) {
        unsafe text.withUnsafeBytes { unsafe write($0) }
    }

    private mutating func write(_ text: UnsafeRawBufferPointer) {
        unsafe write(count: text.count) { room in unsafe room.copyMemory(from: text) }
    }

    private mutating func write(byte: UInt8) {
        unsafe write(count: 1) { room in unsafe room[0] = byte }
    }

    /// Writes the key of a field, after a comma unless it is the first.
    mutating func write(key: StaticString, isFirst: Bool) {
        let start = isFirst ? 1 : 2
        let length = key.utf8CodeUnitCount
        unsafe write(count: start + length + 2) { room in
            unsafe room[0] = UInt8(ascii: ",")
            unsafe room[start - 1] = UInt8(ascii: "\"")
            let name = unsafe UnsafeRawBufferPointer(start: key.utf8Start, count: length)
            unsafe UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(from: name)
            unsafe room[start + length] = UInt8(ascii: "\"")
            unsafe room[start + length + 1] = UInt8(ascii: ":")
        }
    }

    /// Writes a whole number.
    package mutating func write(_ number: Int) {
        if number < 0 { write(byte: UInt8(ascii: "-")) }
        write(UInt64(number.magnitude))
    }

    /// Writes a whole number.
    package mutating func write(_ number: UInt64) {
        write(number, digits: 1)
    }

    /// Writes a whole number, with leading zeros if it has fewer digits than `digits`.
    private mutating func write(_ number: UInt64, digits: Int) {
        var length = 1
        var rest = number / 10
        while rest > 0 {
            length += 1
            rest /= 10
        }
        length = max(length, digits)
        unsafe write(count: length) { room in
            var rest = number
            for place in (0..<length).reversed() {
                unsafe room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    /// Writes a 64-bit number as 16 hexadecimal digits in quotes.
    mutating func write(hexadecimal number: UInt64) {
        unsafe write(count: 18) { room in
            unsafe room[0] = UInt8(ascii: "\"")
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * place)) & 15
                unsafe room[place + 1] = Self.hexadecimalDigit(digit)
            }
            unsafe room[17] = UInt8(ascii: "\"")
        }
    }

    private static func hexadecimalDigit(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    /// Writes a number; a whole number without a fraction.
    ///
    /// - Precondition: the number is finite.
    package mutating func write(_ number: Double) {
        precondition(number.isFinite, "JSON cannot write \(number)")
        // Numbers from 2⁵⁴ on are written with an exponent.
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53, whole != 0 {
            return write(whole)
        }
        if writeShort(number) { return }
        let text = number.description
        write(utf8: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    /// Writes a number that is exact with at most eight decimals; returns false if it needs more.
    ///
    /// Different decimal numbers with at most 15 digits are different Doubles, so the first decimal
    /// number with the same Double is the shortest text. A quotient of two exact numbers is rounded
    /// only once (Clinger 1990).
    private mutating func writeShort(_ number: Double) -> Bool {
        let magnitude = number.magnitude
        // Smaller numbers are written with an exponent.
        guard magnitude >= 1e-4, magnitude < 1e6 else { return false }
        var power = 1.0
        for decimals in 1...8 {
            power *= 10
            let product = magnitude * power
            let scaled = UInt64(product + 0.5)
            // This excludes most candidates without a division.
            guard (product - Double(scaled)).magnitude <= product * 1e-15,
                Double(scaled) / power == magnitude
            else { continue }
            if number < 0 { write(byte: UInt8(ascii: "-")) }
            let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: UInt64(power))
            write(whole)
            write(byte: UInt8(ascii: "."))
            write(fraction, digits: decimals)
            return true
        }
        return false
    }

    private mutating func write(utf8 text: String) {
        var text = text
        text.withUTF8 { text in unsafe write(UnsafeRawBufferPointer(text)) }
    }

    /// Writes a Boolean.
    package mutating func write(_ isTrue: Bool) {
        write(isTrue ? "true" : "false")
    }

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
            unsafe write(count: word.count + 2) { room in
                unsafe room[0] = UInt8(ascii: "\"")
                unsafe UnsafeMutableRawBufferPointer(rebasing: room[1...])
                    .copyMemory(from: UnsafeRawBufferPointer(word))
                unsafe room[word.count + 1] = UInt8(ascii: "\"")
            }
        }
    }
}
