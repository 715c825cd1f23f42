import ArgumentParser
import Coordination
import Studies
import StudyFiles
import StudyStore

/// `espalier replay`: rebuilds a study from its events and checks it.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract:
            "Rebuilds a study from its journal, and checks that its strategy would ask the same.",
        discussion: "Example:  espalier replay studies/digits.sqlite")

    @OptionGroup var file: StudyFile

    @OptionGroup var output: ResultOptions

    private struct Result: Encodable {
        let events: Int
        let trials: Int
        let divergentProposals: Int
        let ok: Bool
    }

    func run() throws {
        try reporting {
            let events = try file.reader().events()
            let state = try RecordedStudy.state(folding: events, of: file.study)
            let coordinator = try Coordinator(replaying: events, at: .zero)
            let result = Result(
                events: events.count, trials: state.proposedTrials,
                divergentProposals: coordinator.divergentProposals,
                ok: coordinator.divergentProposals == 0 && coordinator.study == state)
            Terminal.say(
                """
                \(result.events) events give \(result.trials) trials; the strategy would propose \
                \(result.divergentProposals) of them otherwise
                """)
            try output.say(result)
            if !result.ok {
                throw CommandFailure(
                    .internalError,
                    "the replayed study differs: it was recorded by another version of espalier")
            }
        }
    }
}
