import FoundationEssentials
import Glibc

/// Where results and diagnostics go.
enum Terminal {
    /// Writes a line of the result to stdout.
    static func say(_ line: String) {
        print(line)
    }

    /// Writes a value as one line of JSON to stdout, names in snake case and sorted.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Writes a diagnostic to stderr.
    static func complain(_ line: String) {
        write("espalier: \(line)\n")
    }

    /// Writes text to stderr as it is.
    static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Whether a person watches stderr.
    static var isWatched: Bool {
        isatty(STDERR_FILENO) == 1
    }
}

/// Numbers as people read them.
enum Figure {
    /// A number with so many digits behind the point.
    static func fixed(_ number: Double, _ digits: Int) -> String {
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

    /// A mean of counts: whole where it is whole but for rounding, else with one digit.
    static func count(_ mean: Double) -> String {
        fixed(mean, abs(mean - mean.rounded()) < 1e-6 ? 0 : 1)
    }

    /// A share as a percentage: 0.9567 is "95.7 %".
    static func percent(_ share: Double) -> String {
        "\(fixed(share * 100, 1)) %"
    }

    /// A time in the unit that suits it: "8 s", "3 min", "2.5 h".
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<100: "\(fixed(seconds, 0)) s"
        case ..<6000: "\(fixed(seconds / 60, 0)) min"
        default: "\(fixed(seconds / 3600, 1)) h"
        }
    }
}
