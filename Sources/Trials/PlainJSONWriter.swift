/// Writes JSON in one form only: no spaces, the keys of an object in the order of their code, and
/// each number in the shortest text that reads as the same number.
///
/// The bytes are those of `JSONEncoder` with sorted keys. Messages and events that come thousands
/// of times a second are written by this, because `JSONEncoder` takes 30 times as long.
package struct PlainJSONWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// Begins a text.
    ///
    /// - Parameter capacity: bytes for which room is made at once.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes keys and punctuation as they are.
    package mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes bytes as they are.
    mutating func write(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// Writes a whole number.
    package mutating func write(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        write(UInt64(number.magnitude))
    }

    /// Writes a whole number.
    package mutating func write(_ number: UInt64) {
        let first = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
    }

    /// Writes a number; a whole one without a fraction.
    ///
    /// - Precondition: the number is finite.
    package mutating func write(_ number: Double) {
        precondition(number.isFinite, "JSON cannot write \(number)")
        // From 2⁵⁴ on a number is written with an exponent.
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53, whole != 0 {
            return write(whole)
        }
        bytes.append(contentsOf: number.description.utf8)
        if bytes.suffix(2).elementsEqual([UInt8(ascii: "."), UInt8(ascii: "0")]) {
            bytes.removeLast(2)
        }
    }

    /// Writes a truth value.
    package mutating func write(_ isTrue: Bool) {
        write(isTrue ? "true" : "false")
    }

    /// Writes a word in quotes.
    ///
    /// - Precondition: no character of it would have to be escaped; names and digests have none.
    package mutating func write(word: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: word.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}
