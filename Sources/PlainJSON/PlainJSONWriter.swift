/// Writes JSON in one form only: no spaces, the keys of an object in the order of their character
/// codes, and each number as the shortest text that reads as the same number.
///
/// The bytes are the same as those of `JSONEncoder` with sorted keys. This writer is used for
/// messages and events that occur thousands of times per second, because `JSONEncoder` takes 30
/// times as long.
package struct PlainJSONWriter {
    /// The text written so far.
    package private(set) var bytes: [UInt8] = []

    /// Starts a text.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes keys and punctuation unchanged.
    package mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes bytes unchanged.
    package mutating func write(_ text: ArraySlice<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Writes a whole number.
    package mutating func write(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        write(UInt64(number.magnitude))
    }

    /// Writes a whole number.
    package mutating func write(_ number: UInt64) {
        write(number, digits: 1)
    }

    /// Writes a whole number, with leading zeros if it has fewer digits than `digits`.
    private mutating func write(_ number: UInt64, digits: Int) {
        // No 64-bit number has more digits.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { text in
            var start = text.count
            var rest = number
            while rest > 0 || text.count - start < digits {
                start -= 1
                unsafe text[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        }
    }

    /// Writes a 64-bit number as 16 hexadecimal digits in quotes.
    mutating func write(hexadecimal number: UInt64) {
        bytes.append(UInt8(ascii: "\""))
        for shift in stride(from: 60, through: 0, by: -4) {
            write(hexadecimalDigit: UInt8(truncatingIfNeeded: number >> UInt64(shift)) & 15)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(hexadecimalDigit digit: UInt8) {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
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
        bytes.append(contentsOf: number.description.utf8)
        if bytes.suffix(2).elementsEqual([UInt8(ascii: "."), UInt8(ascii: "0")]) {
            bytes.removeLast(2)
        }
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
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: UInt64(power))
            write(whole)
            bytes.append(UInt8(ascii: "."))
            write(fraction, digits: decimals)
            return true
        }
        return false
    }

    /// Writes a Boolean.
    package mutating func write(_ isTrue: Bool) {
        write(isTrue ? "true" : "false")
    }

    /// Writes a text in quotes, with escapes where JSON demands them.
    mutating func write(text: String) {
        bytes.append(UInt8(ascii: "\""))
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
                write(hexadecimalDigit: byte & 15)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a word in quotes.
    ///
    /// - Precondition: no character needs an escape; names and digests have no such characters.
    package mutating func write(word: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: word.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}
