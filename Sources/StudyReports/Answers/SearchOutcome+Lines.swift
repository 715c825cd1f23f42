import Coordination
package import Studies
import Trials

extension SearchOutcome {
    /// How to call another command on the study.
    package struct Command: Hashable, Sendable {
        let program: String
        let path: String

        /// Names the program and the study's file.
        package init(program: String, path: String) {
            self.program = program
            self.path = path
        }
    }

    /// The lines that show the outcome to the user.
    ///
    /// - Parameters:
    ///   - verification: how the winner's trainings came out when they were repeated.
    ///   - evidence: the number of trainings by which the winner was chosen.
    ///   - command: how to call other commands on the study.
    package func lines(
        of study: StudyState, _ listing: ParameterListing, verification: VerificationSummary?,
        evidence: Int, command: Command
    ) -> [String] {
        guard let best else { return [headline] + failureLines(of: study) }
        var lines = [headline] + best.lines(of: study.definition, listing)
        lines += Self.verdict(verification, of: evidence, command)
        if study.phase == .finished, best.evidence == .search, !study.affords(1) {
            lines.append(
                "  no compute was left to certify it: raise `budget.compute`, and run it again")
        }
        return lines + [
            "take it home:  \(command.program) export \(command.path) --format schedule "
                + "--out best.yaml"
        ]
    }

    /// Whether the winner's trainings came out the same when some or all of them were repeated.
    private static func verdict(
        _ verification: VerificationSummary?, of trainings: Int, _ command: Command
    ) -> [String] {
        guard let verification else {
            return ["  not verified yet: \(command.program) verify \(command.path)"]
        }
        guard verification.different == 0 else { return [] }
        let count = verification.equal
        let which = count == trainings ? "its" : "\(count) of its \(trainings)"
        return ["  verified     \(which) trainings, repeated here, came out bit for bit the same"]
    }

    private func failureLines(of study: StudyState) -> [String] {
        guard endedWithoutSuccess else { return [] }
        let target = study.definition.target
        let score = nearest.map {
            "; trial \($0.trial.rawValue) came nearest, with \(target.metric.text($0.validation))"
        }
        let advice =
            stoppedBy == .deadline
            ? "give it more time" : "widen `space`, raise `budget.trials`, or lower the objective"
        return ["no schedule reached \(target.text)\(score ?? ""): \(advice)"]
    }

    private var headline: String {
        let again = "run the same command again to go on"
        return switch stoppedBy {
        case .finished: "finished: \(spent), \(Figure.time(wallSeconds)) by the clock"
        case .drained, .interrupted: "stopped: \(spent); \(again)"
        case .deadline: "stopped, because its time is over: \(spent); \(again)"
        case .workersFailed: "stopped: no worker process survives; \(spent)"
        }
    }

    private var spent: String {
        let over =
            "\(Figure.number(trials, "trial")), \(Figure.number(trainings, "training")), "
            + "\(Figure.time(cpuSeconds)) of processor time"
        guard unfinished > 0 else { return over }
        return over + ", and \(Figure.number(unfinished, "training")) that workers had and did "
            + "not finish (the workers of this run took \(Figure.time(workerSeconds)))"
    }
}
