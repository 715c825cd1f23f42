import ArgumentParser
import Coordination
import Studies
import StudyFiles
import StudyReports
import StudyStore

/// `espalier replay`: rebuilds a study from its events and checks it.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract:
            "Rebuilds a study from its journal, and checks that its strategy proposes the same.",
        discussion: "Example:  espalier replay studies/digits.sqlite")

    @OptionGroup var file: StudyFile

    @OptionGroup var output: ResultOptions

    func run() throws {
        try reporting {
            let events = try file.reader().events()
            let state = try RecordedStudy.state(folding: events, of: file.study)
            let coordinator = try Coordinator(replaying: events, at: .zero)
            let summary = ReplaySummary(
                events: events.count, trials: state.searchTrials, trainings: state.proposedTrials,
                divergentProposals: coordinator.divergentProposals,
                isSame: coordinator.study == state)
            Terminal.say(summary.line)
            try output.say(summary)
            if !summary.ok {
                throw CommandFailure(
                    .internalError,
                    "the replayed study differs: it was recorded by another version of espalier")
            }
        }
    }
}
