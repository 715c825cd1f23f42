import ArgumentParser
import OperatingSystem
import Studies
import StudyStore
import Trials

/// `espalier status`: where a study stands.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tells where a study stands, also while it runs.",
        discussion: "Example:  espalier status studies/digits.sqlite")

    @OptionGroup var file: StudyFile

    @OptionGroup var output: ResultOptions

    private struct Result: Encodable {
        let study: String
        let phase: String
        let trials: Int
        let budget: Int
        let running: Int
        let waiting: Int
        let reached: Int
        let failed: Int
        let abandoned: Int
        let censored: Int
        let cap: Int?
        let capControl: Caps
        let givenUp: [GivenUpTrial]
        let suspended: [String]
        let disputed: [Int]
        let cpuSeconds: Double
        let paused: Bool
        let best: BestResult?
    }

    private struct Caps: Encodable {
        let trials: Int
        let stops: Int
        let wrongStops: Int
    }

    func run() throws {
        try reporting {
            let history = try file.history()
            let note = try file.reader().writerNote()
            let result = Self.result(history, note)
            for line in Self.lines(result, history) { Terminal.say(line) }
            if let line = Self.line(about: note) { Terminal.say(line) }
            try output.say(result)
        }
    }

    private static func result(_ history: StudyHistory, _ note: WriterNote?) -> Result {
        let state = history.state
        return Result(
            study: state.definition.name, phase: state.phase.rawValue,
            trials: state.searchTrialsOver, budget: state.budget.trials,
            running: state.running, waiting: state.waiting.count, reached: state.hits,
            failed: state.misses, abandoned: state.abandoned, censored: state.stops,
            cap: state.cap,
            capControl: Caps(
                trials: state.capControl.trials, stops: state.capControl.stops,
                wrongStops: state.capControl.wrongStops),
            givenUp: history.trials.filter { $0.status == .abandoned }.map(GivenUpTrial.init),
            suspended: state.suspendedWorkers.map(\.rawValue),
            disputed: state.disputed.map(\.rawValue), cpuSeconds: state.cpuSeconds,
            paused: note.map { $0 != .working } ?? false,
            best: history.incumbent().map(BestResult.init))
    }

    /// What the coordinator's note means to a person.
    private static func line(about note: WriterNote?) -> String? {
        guard case .paused(let since) = note else { return nil }
        let seconds = max(0, SystemClock.wallMilliseconds() - since) / 1000
        return
            "  PAUSED for \(seconds) s: the study cannot be written, because its disk is full or "
            + "another process writes into its file; make room, or end that one, and it goes on "
            + "by itself (nothing is lost)"
    }

    private static func lines(_ result: Result, _ history: StudyHistory) -> [String] {
        let state = history.state
        var lines = [
            "\(result.study): \(result.phase), trials over: \(result.trials)\(state.budget.words)",
            "  running \(result.running), waiting \(result.waiting); "
                + "reached the target \(result.reached), did not \(result.failed), "
                + "stopped at a cap \(result.censored), given up \(result.abandoned)",
            "  processor time \(Figure.time(result.cpuSeconds))",
        ]
        if let cap = result.cap, result.capControl.trials > 0 {
            let control = result.capControl
            lines.append(
                "  cap \(cap) connections; of \(control.trials) trials without cap and limit of "
                    + "work, to check them, these would have stopped \(control.stops), "
                    + "\(control.wrongStops) wrongly")
        }
        lines += StatusTroubles(history).lines
        if let best = result.best {
            lines += best.lines(in: state)
        } else {
            lines.append("  no schedule has reached the target yet")
        }
        return lines
    }
}
