extension PlainJSONReader {
    /// Reads a whole number of at most 18 digits.
    package mutating func integer() throws(NotPlain) -> Int {
        let isNegative = take("-")
        let (digits, count) = try digits()
        guard count <= 18, !(isNegative && digits == 0) else { throw NotPlain() }
        return isNegative ? -Int(digits) : Int(digits)
    }

    /// Reads a whole number of at most 64 bits.
    package mutating func unsigned() throws(NotPlain) -> UInt64 {
        try digits().number
    }

    /// Reads 16 lower-case hexadecimal digits in quotes.
    mutating func hexadecimal() throws(NotPlain) -> UInt64 {
        try pass("\"")
        let end = position + 16
        guard end <= bytes.count else { throw NotPlain() }
        var number: UInt64 = 0
        while position < end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number << 4 | UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                number = number << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
            default: throw NotPlain()
            }
            position += 1
        }
        try pass("\"")
        return number
    }

    /// Reads a number.
    package mutating func real() throws(NotPlain) -> Double {
        let start = position
        let isNegative = take("-")
        var (mantissa, digitCount) = try digits()
        var fractionCount = 0
        if take(".") {
            while let byte = next, Self.isDigit(byte) {
                mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
                fractionCount += 1
                position += 1
            }
            guard fractionCount > 0 else { throw NotPlain() }
            digitCount += fractionCount
        }
        let hasExponent = try passExponent()
        // A quotient of two exact numbers is rounded only once (Clinger 1990).
        if !hasExponent, digitCount <= 15, mantissa > 0 {
            let number = Double(mantissa) / Self.powersOfTen[fractionCount]
            return isNegative ? -number : number
        }
        // The decoder reads -0 as a whole number in some cases, which has no sign.
        if !hasExponent, mantissa == 0, digitCount == 1, !isNegative { return 0 }
        guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
            number.isFinite, number != 0
        else { throw NotPlain() }
        return number
    }

    private mutating func passExponent() throws(NotPlain) -> Bool {
        guard take("e") || take("E") else { return false }
        if !take("-") { _ = take("+") }
        let start = position
        while let byte = next, Self.isDigit(byte) { position += 1 }
        guard position > start else { throw NotPlain() }
        return true
    }

    /// Reads digits without superfluous leading zeros that fit into 64 bits.
    private mutating func digits() throws(NotPlain) -> (number: UInt64, count: Int) {
        let start = position
        var number: UInt64 = 0
        while let byte = next, Self.isDigit(byte) {
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !isTooLarge, !overflows else { throw NotPlain() }
            number = sum
            position += 1
        }
        let count = position - start
        guard count == 1 || count > 1 && bytes[start] != UInt8(ascii: "0") else {
            throw NotPlain()
        }
        return (number, count)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static let powersOfTen: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
}
