import ArgumentParser
import FoundationEssentials
import OperatingSystem
import ScheduleSearch
import Trials

/// A strategy in another process: it is asked in lines of JSON on stdout, and answers on stdin.
///
/// `{"ask":7}` asks for the schedule of trial 7; the answer is an object of names and values, such
/// as `{"patience":3}`; parameters that it does not name have the base's values.
/// `{"tell":7,"outcome":"reached","connections":120}` tells the result of a trial and wants no
/// answer; other outcomes are `censored` (stopped at so many connections), `missed` (with the
/// `shortfall` of its score) and `failed`. The process is also told of trials that it was not asked
/// for: schedules that are trained again.
struct ConversedStrategy: SearchStrategy {
    private let space: SearchSpace

    init(space: SearchSpace) {
        self.space = space
    }

    private struct Question: Encodable {
        let ask: Int
    }

    private struct News: Encodable {
        let tell: Int
        let outcome: String
        var connections: Double?
        var shortfall: Double?

        init(_ result: TrialResult) {
            tell = result.trial.rawValue
            switch result.fitness {
            case .reached(let count): (outcome, connections) = ("reached", count)
            case .censored(let count): (outcome, connections) = ("censored", count)
            case .missed(let gap): (outcome, shortfall) = ("missed", gap)
            case .failed: outcome = "failed"
            }
        }
    }

    mutating func ask(for trial: TrialID, knowing standings: Standings) -> GrowthSchedule {
        say(Question(ask: trial.rawValue))
        guard let line = readLine(), let schedule = schedule(in: line) else {
            Terminal.complain("the answer to a question was no schedule of the space")
            ReplaySearchCommand.exit(withError: ExitCode(FailureStatus.badRows.rawValue))
        }
        return schedule
    }

    mutating func tell(_ result: TrialResult) {
        say(News(result))
    }

    private func schedule(in line: String) -> GrowthSchedule? {
        let decoder = JSONDecoder()
        guard
            let values = try? decoder.decode(
                [String: ParameterValue].self, from: Data(line.utf8))
        else { return nil }
        var schedule = space.base
        for dimension in space.dimensions {
            guard let value = values[dimension.parameter.rawValue] else { continue }
            let adapted = value.adapted(to: dimension.domain)
            guard dimension.domain.contains(adapted) else { return nil }
            schedule = schedule.setting(dimension.parameter, to: adapted)
        }
        return schedule
    }

    private func say(_ line: some Encodable) {
        do {
            try Terminal.say(json: line)
        } catch {
            preconditionFailure("a line could not be written as JSON: \(error)")
        }
        StandardStreams.flushOutput()
    }
}
