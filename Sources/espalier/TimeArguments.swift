import ArgumentParser
import Glibc

/// A span of time as people write it: 90s, 30m, 8h.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    init(seconds: Int) {
        duration = .seconds(seconds)
    }

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = argument.last.flatMap({ units[$0] }),
            let number = Double(argument.dropLast()), number > 0, number < 1e6
        else { return nil }
        duration = .seconds(number * unit)
    }
}

/// A time of day as people write it: 07:00.
struct TimeOfDay: ExpressibleByArgument {
    let hour: Int
    let minute: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// The time from an instant (ms since 1970) to the next time that the clock shows this.
    func timeLeft(at milliseconds: Int) -> Duration {
        var now = time_t(milliseconds / 1000)
        var local = unsafe tm()
        _ = unsafe localtime_r(&now, &local)
        let today = unsafe (hour - Int(local.tm_hour)) * 3600 + (minute - Int(local.tm_min)) * 60
        let left = unsafe today - Int(local.tm_sec)
        return .seconds(left > 0 ? left : left + 24 * 3600)
    }
}
