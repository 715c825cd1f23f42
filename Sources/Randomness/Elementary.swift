/// Elementary functions that give the same bits on every machine.
///
/// The C library chooses its code by processor, so the last bit may differ between machines; these
/// functions use only IEEE additions, multiplications and divisions in a fixed order.
public enum Elementary {
    private static let ln2High = 0x1.62e42fefa38p-1
    private static let ln2Low = 0x1.ef35793c7673p-45

    /// The coefficients of artanh's odd series except the first, from the 23rd power downwards.
    private static let artanhSeries: InlineArray<11, Double> = [
        1 / 23, 1 / 21, 1 / 19, 1 / 17, 1 / 15, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3,
    ]

    /// Computes the natural logarithm of a positive, finite number to within 2 ulp.
    ///
    /// ln(m·2ᵏ) = k·ln 2 + 2·artanh((m − 1)/(m + 1)) with m in [√½, √2), by the odd series of
    /// artanh (Abramowitz and Stegun, 4.1.27).
    ///
    /// - Precondition: `x` is finite and positive.
    public static func log(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "log of \(x)")
        var significand = x.significand
        var exponent = Double(x.exponent)
        if significand > 0x1.6a09e667f3bcdp0 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var series = 0.0
        for index in Self.artanhSeries.indices {
            series = (series + Self.artanhSeries[index]) * square
        }
        let tail = exponent * ln2Low + 2 * s * series
        return exponent * ln2High + (2 * s + tail)
    }

    /// Computes e to the power of x to within 2 ulp; overflows to infinity, underflows to zero.
    ///
    /// eˣ = 2ᵏ·eʳ with |r| ≤ ½ ln 2, by the Taylor series of eʳ.
    ///
    /// - Precondition: `x` is not NaN.
    public static func exp(_ x: Double) -> Double {
        precondition(!x.isNaN, "exp of NaN")
        if x > 709.79 { return .infinity }
        if x < -745.2 { return 0 }
        let power = (x / (ln2High + ln2Low)).rounded()
        let r = (x - power * ln2High) - power * ln2Low
        var series = 1.0
        for term in stride(from: 14.0, through: 1.0, by: -1.0) {
            series = 1 + series * r / term
        }
        // Two steps, because 2ᵏ alone would underflow while the product is still subnormal.
        let half = Int(power) / 2
        return series * scale(half) * scale(Int(power) - half)
    }

    private static func scale(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
