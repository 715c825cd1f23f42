/// A time of day as people write it: 07:00.
package struct TimeOfDay: Hashable, Sendable {
    /// The hour (0…23).
    package let hour: Int
    /// The minute (0…59).
    package let minute: Int

    /// Reads an hour and a minute with a colon between them; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// The time until a clock next shows this time; a whole day if it shows it now.
    ///
    /// - Parameter clock: the seconds since midnight that the clock shows.
    package func timeLeft(from clock: Int) -> Duration {
        let left = hour * 3600 + minute * 60 - clock
        return .seconds(left > 0 ? left : left + 24 * 3600)
    }
}
