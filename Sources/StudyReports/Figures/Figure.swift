/// Numbers as people read them.
package enum Figure {
    /// A number with the given count of digits after the point.
    package static func fixed(_ number: Double, _ digits: Int) -> String {
        guard number.isFinite else { return "\(number)" }
        let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
        let scaled = (abs(number) * scale).rounded()
        guard scaled < 1e15 else { return "\(number)" }
        let whole = Int(scaled) / Int(scale)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let fraction = String(Int(scaled) % Int(scale))
        let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
        return "\(sign)\(whole).\(zeros)\(fraction)"
    }

    /// A mean of counts: without decimals if it is whole up to rounding, else with one decimal.
    package static func count(_ mean: Double) -> String {
        fixed(mean, abs(mean - mean.rounded()) < 1e-6 ? 0 : 1)
    }

    /// A number of things, with their name in the singular or the plural: "1 trial", "2 trials".
    package static func number(_ count: Int, _ name: String) -> String {
        "\(count) \(name)\(count == 1 ? "" : "s")"
    }

    /// A share as a percentage: 0.9567 is "95.7 %".
    package static func percent(_ share: Double) -> String {
        "\(fixed(share * 100, 1)) %"
    }

    /// A time (s) in a suitable unit: "8 s", "3 min", "2.5 h".
    package static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<100: "\(fixed(seconds, 0)) s"
        case ..<6000: "\(fixed(seconds / 60, 0)) min"
        default: "\(fixed(seconds / 3600, 1)) h"
        }
    }
}
