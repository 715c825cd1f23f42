import ArgumentParser
import Coordination
import LocalTraining
import OperatingSystem
import Studies
import StudyFiles
import StudyStore
import Trials

/// What a search came to, for the person who started it.
struct SearchOutcome {
    let study: StudyState
    let path: String
    let reason: StopReason
    let wallSeconds: Double

    private struct Result: Encodable {
        let study: String
        let trials: Int
        let reports: Int
        let best: BestResult?
        let verified: Bool?
        let cpuSeconds: Double
        let wallSeconds: Double
        let stoppedBy: StopReason
    }

    /// Verifies the winner where the search had its time, and prints everything.
    func tell(_ loaded: LoadedStudy, in output: ResultOptions) throws {
        let history = try RecordedStudy(at: path).historyOfBest()
        let best = history.incumbent()
        SignalWatch.giveBack()
        // Who wanted it stopped, or over by now, does not wait for trainings to be repeated.
        let wanted = reason == .finished ? best : nil
        let verification = try wanted.map {
            try Verification(
                of: history.sample(for: $0), in: study, preparing: loaded.prepared(for:))
        }
        let verified = verification?.different.isEmpty
        let evidence = best.map { history.evidence(for: $0).count } ?? 0
        for line in lines(best, verdict(verification, of: evidence)) { Terminal.say(line) }
        try output.say(
            Result(
                study: study.definition.name, trials: study.proposedTrials,
                reports: study.reports, best: best.map(BestResult.init), verified: verified,
                cpuSeconds: study.cpuSeconds, wallSeconds: wallSeconds, stoppedBy: reason))
        if verified == false {
            throw CommandFailure(
                .internalError, "the winner's trainings came out otherwise when they were repeated")
        }
        if reason == .workersFailed {
            throw CommandFailure(
                .unavailable,
                "every worker process died again and again; run `espalier worker` to see why"
            )
        }
    }

    /// Whether the winner's trainings came out the same when some or all of them were repeated.
    private func verdict(_ verification: Verification?, of trainings: Int) -> [String] {
        guard let verification else {
            return ["  not verified yet: \(CommandLine.arguments[0]) verify \(path)"]
        }
        guard verification.different.isEmpty else { return [] }
        let count = verification.equal.count
        let which = count == trainings ? "its" : "\(count) of its \(trainings)"
        return ["  verified     \(which) trainings, repeated here, came out bit for bit the same"]
    }

    private func lines(_ best: Certificate?, _ verdict: [String]) -> [String] {
        var lines = [headline]
        let target = study.definition.target
        let wanted = target.metric.text(target.value)
        if let best {
            lines += BestResult(best).lines(in: study) + verdict
            if study.phase == .finished, best.evidence == .search, !study.affords(1) {
                lines.append(
                    "  no compute was left to certify it: raise `budget.compute`, and run it again")
            }
            let program = CommandLine.arguments[0]
            lines.append(
                "take it home:  \(program) export \(path) --format schedule --out best.yaml")
        } else if study.phase == .finished {
            lines.append(
                "no schedule reached \(wanted); "
                    + "widen `space`, raise `budget.trials`, or lower the objective")
        }
        return lines
    }

    private var headline: String {
        let spent =
            "\(study.trialsOver) trainings, \(Figure.time(study.cpuSeconds)) of processor time"
        return switch reason {
        case .finished: "finished: \(spent), \(Figure.time(wallSeconds)) by the clock"
        case .drained, .interrupted: "stopped: \(spent); run the same command again to go on"
        case .deadline:
            "stopped, because its time is over: \(spent); run the same command again to go on"
        case .workersFailed: "stopped: no worker process survives; \(spent)"
        }
    }
}
