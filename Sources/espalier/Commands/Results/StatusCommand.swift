import ArgumentParser
import OperatingSystem
import Studies
import StudyReports
import StudyStore

/// `espalier status`: shows the state of a study.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how far a study is, also while it runs.",
        discussion: "Example:  espalier status studies/digits.sqlite")

    @OptionGroup var file: StudyFile

    @OptionGroup var options: ListingOptions

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let history = try file.history()
            let note = try file.reader().writerNote()
            let status = StudyStatus(of: history, pausedSeconds: Self.pause(note))
            Terminal.say(status.lines(of: history.state.definition, options.listing))
            try output.say(status)
        }
    }

    /// How long the coordinator has waited to write (s); `nil` if it does not wait.
    private static func pause(_ note: WriterNote?) -> Int? {
        guard case .paused(let since) = note else { return nil }
        return max(0, SystemClock.wallMilliseconds() - since) / 1000
    }
}
