import ArgumentParser
import ClusterNodes
import ClusterSimulation

extension FaultLevel: ExpressibleByArgument {}

/// A range of seeds, written `A..B`, both included.
struct SeedRange: ExpressibleByArgument {
    let seeds: ClosedRange<UInt64>

    init?(argument: String) {
        let bounds = argument.split(separator: ".", omittingEmptySubsequences: true)
            .map { UInt64($0) }
        guard let first = bounds.first, let lower = first, let upper = bounds.last ?? nil,
            bounds.count <= 2, lower <= upper,
            bounds.count == 1 || argument == "\(lower)..\(upper)"
        else { return nil }
        seeds = lower...upper
    }
}

/// `espalier simulate`: runs clusters in virtual time, and looks for broken promises.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Runs coordinator and workers in virtual time while everything around them fails.",
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

    @OptionGroup var output: ResultOptions

    private struct Result: Encodable {
        let seeds: Int
        let trials: Int
        let violations: Int
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
            var settled = 0
            var broken: [UInt64] = []
            for seed in range {
                let outcome = run(seed)
                settled += outcome.trialsOver
                if outcome.violation != nil { broken.append(seed) }
            }
            let seconds = SystemClock.seconds() - began
            Terminal.say(
                """
                \(range.count) seeds, \(settled) trials over, \(broken.count) violations in \
                \(Figure.time(seconds))
                """)
            try output.say(
                Result(seeds: range.count, trials: settled, violations: broken.count))
            if let first = broken.first {
                throw CommandFailure(
                    .internalError,
                    "\(broken.count) seeds broke a promise, the first of them \(first)")
            }
        }
    }

    private func run(_ seed: UInt64) -> RunOutcome {
        var cluster = ClusterRun(
            RunSetting(seed: seed, level: faults, workers: workers, trials: trials))
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
