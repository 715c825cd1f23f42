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

    /// Room is copied from here: the general ways to fill an array look its type up.
    private static let zeros = [UInt8](repeating: 0, count: 4096)

    /// Starts a text.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    package init(capacity: Int = 0) {
        room = []
        room.reserveCapacity(capacity)
        var missing = capacity
        while missing > 0 {
            room.append(contentsOf: Self.zeros.prefix(missing))
            missing -= Self.zeros.count
        }
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

    /// Has the next bytes written by a body, which gets their place.
    @inline(__always)
    mutating func write(count more: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        if room.count - count < more {
            room += [UInt8](repeating: 0, count: max(more, room.count, 64))
        }
        unsafe room.withUnsafeMutableBufferPointer { room in
            if let start = room.baseAddress { unsafe body(start + count) }
        }
        count += more
    }

    /// Writes keys and punctuation unchanged.
    @usableFromInline
    package mutating func write(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        unsafe write(count: count) { place in
            unsafe place.update(from: text.utf8Start, count: count)
        }
    }

    /// Writes bytes unchanged.
    package mutating func write(_ text: ArraySlice<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe write($0) }
    }

    private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        unsafe write(count: text.count) { place in
            unsafe place.update(from: start, count: text.count)
        }
    }

    /// Writes an ASCII character.
    @usableFromInline
    mutating func write(byte: UInt8) {
        unsafe write(count: 1) { place in unsafe place.pointee = byte }
    }

    /// Writes the key of a field, after a comma unless it is the first, and a bracket if it is that
    /// of an object or an array.
    mutating func write(key: StaticString, isFirst: Bool, bracket: UInt8? = nil) {
        let length = key.utf8CodeUnitCount
        let start = isFirst ? 1 : 2
        unsafe write(count: start + length + (bracket == nil ? 2 : 3)) { place in
            unsafe place[0] = UInt8(ascii: ",")
            unsafe place[start - 1] = UInt8(ascii: "\"")
            unsafe (place + start).update(from: key.utf8Start, count: length)
            unsafe place[start + length] = UInt8(ascii: "\"")
            unsafe place[start + length + 1] = UInt8(ascii: ":")
            if let bracket { unsafe place[start + length + 2] = bracket }
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
        unsafe write(count: length) { start in
            var rest = number
            for place in (0..<length).reversed() {
                unsafe start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    /// Writes a 64-bit number as 16 hexadecimal digits in quotes.
    mutating func write(hexadecimal number: UInt64) {
        write(byte: UInt8(ascii: "\""))
        for shift in stride(from: 60, through: 0, by: -4) {
            write(byte: Self.hexadecimalDigit(UInt8(truncatingIfNeeded: number >> shift) & 15))
        }
        write(byte: UInt8(ascii: "\""))
    }

    static func hexadecimalDigit(_ digit: UInt8) -> UInt8 {
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
        write(utf8: number.description)
        if room[count - 2] == UInt8(ascii: "."), room[count - 1] == UInt8(ascii: "0") { count -= 2 }
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
        text.withUTF8 { unsafe write($0) }
    }

    /// Writes a Boolean.
    package mutating func write(_ isTrue: Bool) {
        write(isTrue ? "true" : "false")
    }
}
