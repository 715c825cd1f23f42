import ArgumentParser
import Glibc
import StudyDocuments

extension TimeOfDay: ExpressibleByArgument {
    /// Reads an argument of the command line.
    package init?(argument: String) {
        self.init(argument)
    }

    /// The time from an instant (ms since 1970) until this machine's clock next shows this time.
    func timeLeft(at milliseconds: Int) -> Duration {
        var now = time_t(milliseconds / 1000)
        var local = unsafe tm()
        _ = unsafe localtime_r(&now, &local)
        let clock = unsafe Int(local.tm_hour) * 3600 + Int(local.tm_min) * 60 + Int(local.tm_sec)
        return timeLeft(from: clock)
    }
}
