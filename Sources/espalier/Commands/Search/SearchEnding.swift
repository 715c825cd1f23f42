import Coordination
import LocalTraining
import OperatingSystem
import Studies
import StudyFiles
import StudyReports

/// The end of a search: verifies the winner, and prints the outcome.
struct SearchEnding {
    let study: StudyState
    let path: String
    let reason: StopReason
    /// Time by the clock of this run (s).
    let wallSeconds: Double
    /// Processor time of the worker processes of this run (s).
    let workerSeconds: Double

    /// Verifies the winner if the search is finished, and prints the outcome.
    func tell(
        _ loaded: LoadedStudy, _ listing: ParameterListing, in output: ResultOptions
    ) throws {
        let recorded = try RecordedStudy(at: path)
        let history = try recorded.historyOfBest()
        let best = history.certificate()
        SignalWatch.giveBack()
        let verification = try verification(of: best, history, loaded)
        let outcome = SearchOutcome(
            of: study, ending: reason, wallSeconds: wallSeconds, workerSeconds: workerSeconds,
            best: best.map(BestSchedule.init),
            nearest: best == nil ? NearestTrial(in: try recorded.history()) : nil,
            verification: verification)
        Terminal.say(
            outcome.lines(
                of: study, listing, verification: verification,
                evidence: best.map { history.evidence(for: $0).count } ?? 0,
                command: .init(program: CommandLine.arguments[0], path: path)))
        try output.say(outcome)
        try refuse(outcome)
    }

    /// Repeats some of the winner's trainings; `nil` if there is no winner, or if the search was
    /// stopped early, since then the user does not want to wait.
    private func verification(
        of best: Certificate?, _ history: StudyHistory, _ loaded: LoadedStudy
    ) throws -> VerificationSummary? {
        guard reason == .finished, let best else { return nil }
        let verification = try Verification(
            of: history.sample(for: best), in: study, preparing: loaded.prepared(for:))
        return VerificationSummary(
            equal: verification.equal.count, different: verification.different.count)
    }

    /// Ends the command with a failure status if the search did not succeed.
    private func refuse(_ outcome: SearchOutcome) throws {
        if outcome.verified == false {
            throw CommandFailure(
                .internalError, "the winner's trainings came out different when they were repeated")
        }
        if reason == .workersFailed {
            throw CommandFailure(
                .unavailable,
                "every worker process died again and again; run `espalier worker` to see why")
        }
        if outcome.endedWithoutSuccess {
            throw CommandFailure(.unavailable, "no schedule of \(path) has reached the target")
        }
    }
}
