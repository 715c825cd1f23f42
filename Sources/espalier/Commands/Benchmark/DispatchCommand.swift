import ArgumentParser
import ClusterBenchmark
import Coordination
import OperatingSystem
import ScheduleSearch
import StudyReports

/// `espalier benchmark dispatch`.
struct DispatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatch",
        abstract: "Measures durable no-op trials a second, over real sockets and a real journal.",
        discussion: """
            Without --workers, five cases: 1 and 2 workers with 64 leases out at once, 64 with \
            128, 1,000 with 2,000, and 1,000 whose trainings take half a second, which shows how \
            long a worker waits for a lease.

            Example:  espalier benchmark dispatch --workers 64 --folder /dev/shm
            """)

    @Option(help: "Trials to settle.")
    var trials = 20_000

    @Option(help: "Workers, all in this process, each with a connection of its own.")
    var workers: Int?

    @Option(help: "Leases out at once, all workers together; at least two for each.")
    var inFlight: Int?

    @Option(help: "How long each training takes (ms).")
    var trainingMs = 0

    @Flag(help: "Draw schedules at random instead of breeding them.")
    var random = false

    @Option(help: "The folder of the journal; its disk is part of what is measured.")
    var folder: String?

    @OptionGroup var output: ResultOptions

    private struct Case {
        let workers: Int
        let inFlight: Int
        let trainingMs: Int
    }

    private var cases: [Case] {
        if let workers {
            let inFlight = inFlight ?? max(64, 2 * workers)
            return [Case(workers: workers, inFlight: inFlight, trainingMs: trainingMs)]
        }
        return [
            Case(workers: 1, inFlight: 64, trainingMs: 0),
            Case(workers: 2, inFlight: 64, trainingMs: 0),
            Case(workers: 64, inFlight: 128, trainingMs: 0),
            Case(workers: 1000, inFlight: 2000, trainingMs: 0),
            Case(workers: 1000, inFlight: 2000, trainingMs: 500),
        ]
    }

    func validate() throws {
        guard trials > 0, (1...10_000).contains(workers ?? 1), (0...60_000).contains(trainingMs),
            (2...1_000_000).contains(inFlight ?? 2)
        else {
            throw ValidationError(
                """
                expected --trials > 0, --workers from 1 to 10000, --in-flight from 2, \
                --training-ms from 0 to 60000
                """)
        }
    }

    func run() throws {
        try reporting {
            let temporary = try TemporaryFolder()
            defer { temporary.remove() }
            let rows = try cases.map { try measure($0, in: folder ?? temporary.path) }
            try output.say(
                BenchmarkResult(
                    "dispatch", cpu: BenchmarkCommand.processorName, rows: rows))
        }
    }

    private func measure(_ chosen: Case, in folder: String) throws -> DispatchRow {
        let benchmark = DispatchBenchmark(
            trials: trials, workers: chosen.workers, inFlight: chosen.inFlight,
            duration: .milliseconds(chosen.trainingMs),
            strategy: random ? .random : .evolution, folder: folder)
        let row = try benchmark.run { trials, memory in
            Terminal.complain("\(trials) trials over, \(memory >> 20) MiB resident")
        }
        let pace = chosen.trainingMs > 0 ? ", \(chosen.trainingMs) ms each" : ""
        Terminal.say(
            """
            \(row.trials) durable no-op trials\(pace), \(row.workers) workers, \(row.inFlight) in \
            flight: \(Figure.fixed(row.trialsPerSecond, 0)) a second; a lease within \
            \(Figure.fixed(row.medianLeaseMs ?? 0, 2)) ms (median), \
            \(Figure.fixed(row.p99LeaseMs ?? 0, 2)) ms (p99); the disk syncs in \
            \(Figure.fixed(row.syncMs, 2)) ms
              the coordinator's thread takes \(Figure.fixed(row.coordinatorMicroseconds, 1)) µs of \
            processor time a trial (by the clock):
            """)
        for part in row.activities {
            Terminal.say(
                """
                    \(part.activity) \(Figure.fixed(part.microseconds, 2)) \
                (\(Figure.fixed(part.wallMicroseconds, 2)))
                """)
        }
        Terminal.say(
            """
              resumed from \(row.restart.events) events: opened in \
            \(Figure.fixed(row.restart.opening, 2)) s, read in \
            \(Figure.fixed(row.restart.reading, 2)) s, replayed in \
            \(Figure.fixed(row.restart.replaying, 2)) s
            """)
        return row
    }
}
