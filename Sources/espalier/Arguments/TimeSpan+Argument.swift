import ArgumentParser
import StudyDocuments

extension TimeSpan: ExpressibleByArgument {
    /// Longer spans (s) are mistakes: a million hours, which a clock in nanoseconds can still hold.
    private static let longest = 3.6e9

    /// Reads an argument of the command line.
    package init?(argument: String) {
        guard let span = TimeSpan(argument), span.seconds < Self.longest else { return nil }
        self = span
    }
}
