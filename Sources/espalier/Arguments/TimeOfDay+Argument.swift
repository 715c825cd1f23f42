import ArgumentParser
import OperatingSystem
import StudyDocuments

extension TimeOfDay: ExpressibleByArgument {
    /// Reads an argument of the command line.
    package init?(argument: String) {
        self.init(argument)
    }

    /// The time from an instant (ms since 1970) until this machine's clock next shows this time.
    func timeLeft(at milliseconds: Int) -> Duration {
        timeLeft(from: SystemClock.secondsOfDay(at: milliseconds))
    }
}
