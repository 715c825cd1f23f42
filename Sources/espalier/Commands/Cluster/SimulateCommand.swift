import ArgumentParser
import ClusterSimulation
import OperatingSystem
import StudyReports

extension FaultLevel: ExpressibleByArgument {}

/// `espalier simulate`: runs clusters in virtual time, and looks for broken promises.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Runs coordinator and workers in virtual time while everything around them fails.",
        discussion: """
            Example:  espalier simulate --seeds 1..1000 --faults hostile
            A seed decides everything that happens, so a seed that breaks a promise breaks it again.
            """)

    @Option(help: "The seeds to run: one, or the first and the last as A..B.")
    var seeds: SeedRange

    @Option(help: "What goes wrong: calm, lossy or hostile.")
    var faults = FaultLevel.hostile

    @Option(help: "Workers of each cluster.")
    var workers = 8

    @Option(help: "Trials of each search.")
    var trials = 200

    @Flag(help: "Print everything that happens to stderr; 7.2 is the second attempt of trial 7.")
    var trace = false

    @OptionGroup var output: ResultOptions

    /// The results of all seeds so far.
    private struct Tally {
        var trials = 0
        var abandoned = 0
        var coordinators = 0
        var workers = 0
        var steps = 0
        var longest = 0.0
        var broken: [UInt64] = []

        mutating func add(_ outcome: RunOutcome, of seed: UInt64) {
            trials += outcome.trialsOver
            abandoned += outcome.abandoned
            coordinators += outcome.coordinatorProcesses
            workers += outcome.workerProcesses
            steps += outcome.steps
            longest = max(longest, Double(outcome.end.nanoseconds) / 1e9)
            if outcome.violation != nil { broken.append(seed) }
        }

        func summary(of seeds: Int, wallSeconds: Double) -> SimulationSummary {
            SimulationSummary(
                seeds: seeds, trials: trials, violations: broken.count,
                course: .init(
                    abandoned: abandoned, coordinators: coordinators, workers: workers,
                    steps: steps, longestSeconds: longest, wallSeconds: wallSeconds))
        }
    }

    func validate() throws {
        guard (1...200).contains(workers), (0...100_000).contains(trials) else {
            throw ValidationError("expected --workers from 1 to 200, --trials from 0 to 100000")
        }
    }

    func run() throws {
        try reporting {
            let range = seeds.seeds
            Terminal.say(
                """
                seeds \(range.lowerBound)..\(range.upperBound), \(faults.rawValue) faults, \
                \(workers) workers, \(trials) trials each
                """)
            let began = SystemClock.seconds()
            var tally = Tally()
            for seed in range {
                // If the coordinator traps, this shows with which seed.
                if Terminal.isWatched, !trace { Terminal.write("\rseed \(seed) ") }
                tally.add(run(seed), of: seed)
            }
            if Terminal.isWatched, !trace { Terminal.write("\r") }
            let summary = tally.summary(
                of: range.count, wallSeconds: SystemClock.seconds() - began)
            Terminal.say(summary.lines)
            try output.say(summary)
            if let first = tally.broken.first {
                throw CommandFailure(
                    .internalError,
                    "\(tally.broken.count) seeds broke a promise, the first of them \(first)")
            }
        }
    }

    private func run(_ seed: UInt64) -> RunOutcome {
        var cluster = ClusterRun(
            RunSetting(seed: seed, level: faults, workers: workers, trials: trials),
            watch: trace ? { time, words in Terminal.write("\(time)  \(words)\n") } : nil)
        let outcome = cluster.run()
        if let violation = outcome.violation {
            Terminal.say(
                """
                seed \(seed) \(violation)
                  again: espalier simulate --seeds \(seed)..\(seed) --faults \(faults.rawValue) \
                --workers \(workers) --trials \(trials)
                """)
        }
        return outcome
    }
}
