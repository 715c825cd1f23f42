/// Reads decimal numbers from bytes, independent of the language settings of the machine.
enum DecimalNumber {
    /// Reads a number, rounded to the nearest Float.
    ///
    /// - Throws: `missing`, `notANumber`, `notFinite` or `tooLarge`.
    /// - Complexity: O(count), no allocation for numbers of up to seven digits.
    static func float(_ text: ArraySlice<UInt8>) throws(FieldProblem) -> Float {
        guard !isMissing(text) else { throw .missing }
        guard let form = DecimalForm(text) else {
            throw isNotFinite(text) ? .notFinite : .notANumber
        }
        if let exact = form.exactFloat { return exact }
        guard let number = Float(String(decoding: text, as: UTF8.self)) else { throw .notANumber }
        guard number.isFinite else { throw .tooLarge }
        return number
    }

    /// Whether a field stands for a missing value.
    static func isMissing(_ text: ArraySlice<UInt8>) -> Bool {
        text.isEmpty || text.elementsEqual([UInt8(ascii: "?")]) || text.elementsEqual("NA".utf8)
    }

    /// Whether a field is NaN or infinity, as some programs write them.
    static func isNotFinite(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= "-infinity".utf8.count else { return false }
        var word = String(decoding: text, as: UTF8.self).lowercased()
        if word.hasPrefix("-") || word.hasPrefix("+") { word.removeFirst() }
        return ["nan", "inf", "infinity"].contains(word)
    }

    /// Whether a field has the form of a finite decimal number.
    static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
        DecimalForm(text) != nil
    }
}

/// The parts of a decimal number: ±digits × 10^power.
private struct DecimalForm {
    /// Above this, not every whole number has its own Float.
    private static let mostDigits = 1 << 24
    /// 10¹⁰ is the largest power of ten that a Float represents exactly.
    private static let powers: [Float] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
    /// Beyond this exponent every number is zero or too large, whatever its digits.
    private static let mostPower = 100_000

    private var isNegative = false
    private var digits = 0
    private var power = 0

    /// Parses `[±]digits[.digits][e[±]digits]`, with digits before or after the point.
    init?(_ text: ArraySlice<UInt8>) {
        var rest = text
        isNegative = Self.takeSign(&rest)
        var digitCount = takeDigits(&rest, isFraction: false)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            digitCount += takeDigits(&rest, isFraction: true)
        }
        guard digitCount > 0 else { return nil }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            guard takeExponent(&rest) else { return nil }
        }
        guard rest.isEmpty else { return nil }
    }

    /// The number, if digits and power of ten are both exact, so that only one operation rounds;
    /// otherwise `nil`.
    ///
    /// Source: Clinger, "How to read floating point numbers accurately", PLDI (1990), section 3.
    var exactFloat: Float? {
        guard digits <= Self.mostDigits, power.magnitude < Self.powers.count else { return nil }
        let magnitude = Float(isNegative ? -digits : digits)
        if digits == 0 { return 0 }
        return power < 0 ? magnitude / Self.powers[-power] : magnitude * Self.powers[power]
    }

    private mutating func takeDigits(_ rest: inout ArraySlice<UInt8>, isFraction: Bool) -> Int {
        var count = 0
        while let digit = Self.takeDigit(&rest) {
            count += 1
            if isFraction { power -= 1 }
            // Further digits do not matter: the number is no longer exact.
            if digits <= Self.mostDigits { digits = digits * 10 + digit }
        }
        return count
    }

    private mutating func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let isNegative = Self.takeSign(&rest)
        var count = 0
        var exponent = 0
        while let digit = Self.takeDigit(&rest) {
            count += 1
            exponent = min(exponent * 10 + digit, Self.mostPower)
        }
        power += isNegative ? -exponent : exponent
        return count > 0
    }

    private static func takeDigit(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
            return nil
        }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }

    private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        return isNegative
    }
}
