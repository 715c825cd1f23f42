/// A span of time as people write it: 90s, 30m, 8h.
package struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
    /// Its length (s); above 0 and finite.
    package let seconds: Double

    private static let units: [(name: Character, seconds: Double)] = [
        ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// Creates a span from its length (s).
    ///
    /// - Precondition: the length is above 0 and finite.
    package init(seconds: Double) {
        precondition(seconds > 0 && seconds.isFinite, "a span of \(seconds) s")
        self.seconds = seconds
    }

    /// Reads a number above 0 with its unit: s, m or h; `nil` for anything else.
    package init?(_ text: String) {
        guard let unit = Self.units.first(where: { $0.name == text.last }),
            let number = Double(text.dropLast()), number > 0, (number * unit.seconds).isFinite
        else { return nil }
        seconds = number * unit.seconds
    }

    /// The span as a duration.
    package var duration: Duration { .seconds(seconds) }

    /// The span as people write it, in the largest unit of which it is a whole number: 24h, 90s.
    package var description: String {
        let unit =
            Self.units.first { seconds.remainder(dividingBy: $0.seconds) == 0 } ?? ("s", 1)
        let number = seconds / unit.seconds
        return (Int(exactly: number).map { "\($0)" } ?? "\(number)") + String(unit.name)
    }
}
