import ArgumentParser
import ScheduleSearch
import SearchBenchmark
import Studies
import StudyReports
import Trials

/// `espalier benchmark search`: replays searches over a table of recorded trainings.
struct ReplaySearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Replays searches over recorded trainings, in virtual time.",
        discussion: """
            Example:  espalier benchmark search --table growth.trainings --workers 8 \
            --repeats 20 --budget-trainings 60 --json
            The coordinator is the real one; workers look their trainings up in the table that \
            `espalier benchmark record` made.
            """)

    @Option(help: "The table of recorded trainings, .gz or not.")
    var table: String

    @Option(help: "The strategy that chooses schedules.")
    var strategy = StrategyArgument(.evolution)

    @Flag(help: "Ask the process at stdout and stdin for schedules, in lines of JSON.")
    var conversed = false

    @Option(help: "Workers, each of which trains one network at a time.")
    var workers = 1

    @Option(help: "Searches to replay, each with other seeds.")
    var repeats = 20

    @Option(help: "The number of the first repeat.")
    var firstRepeat = 1

    @Option(help: "Worker seconds that a search may spend.")
    var budgetSeconds: Double?

    @Option(help: "The budget in trainings of average length, unless --budget-seconds is given.")
    var budgetTrainings = 60.0

    @Option(help: "The target score; an easier one than the recorded, if thinning is off.")
    var target: Double?

    @Flag(inversion: .prefixedNo, help: "Train promising schedules again while searching.")
    var racing = true

    @Flag(inversion: .prefixedNo, help: "Stop trials that cannot matter any more.")
    var capping = true

    @Option(help: "Schedules that are trained again at the end.")
    var finalists = CertificationPlan().finalists

    @Option(help: "Seeds that each finalist is trained with.")
    var replicates = CertificationPlan().replicates

    @Flag(help: "Start each search from another schedule of the grid, not from the space's base.")
    var randomBase = false

    @Option(help: "The name of the method in the results.")
    var method: String?

    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard (1...10_000).contains(workers), (0...100_000).contains(repeats),
            (0...1000).contains(finalists), (0...1000).contains(replicates),
            (budgetSeconds ?? 1) > 0, budgetTrainings > 0
        else {
            throw ValidationError(
                """
                expected --workers from 1 to 10000, --finalists and --replicates from 0 to 1000, \
                and a budget above 0
                """)
        }
    }

    func run() throws {
        try reporting {
            let file = try TableFile(reading: table)
            do throws(TableError) {
                try replay(
                    over: try TrainingTable(heading: file.heading, trainings: file.trainings))
            } catch {
                throw TableFile.failure(table, error)
            }
        }
    }

    private func replay(over table: TrainingTable) throws(TableError) {
        let recorded = table.heading.target
        let target = TargetScore(metric: recorded.metric, value: target ?? recorded.value)
        let seconds = budgetSeconds ?? budgetTrainings * table.meanSeconds(target: target)
        var costs: [Double] = []
        for number in firstRepeat..<(firstRepeat + repeats) {
            let setting = ReplaySetting(
                search: SearchSettings(
                    strategy: strategy.kind, racing: racing, capping: capping),
                workers: workers, number: number, computeSeconds: seconds, target: target,
                certification: CertificationPlan(
                    finalists: finalists, replicates: replicates, confirmations: 0),
                startsAnywhere: randomBase)
            var replay = try SearchReplay(
                setting, over: table,
                choosing: conversed ? ConversedStrategy(space: table.heading.space) : nil)
            let outcome = replay.run()
            let connections = outcome.returned.map { table.connections(of: $0, target: target) }
            costs.append(connections ?? Double(2 * table.heading.limits.connections))
            say(outcome, connections, setting)
        }
        let mean = Figure.fixed(costs.isEmpty ? 1 : geometricMean(costs), 1)
        Terminal.complain(
            "\(repeats) searches of \(Figure.fixed(seconds, 1)) s: \(mean) connections on average")
    }

    private func say(
        _ outcome: ReplayOutcome, _ connections: Double?, _ setting: ReplaySetting
    ) {
        let search = ReplayedSearch(
            method: method ?? setting.search.strategy.rawValue, workers: workers,
            number: setting.number, target: setting.target.value,
            budgetSeconds: setting.computeSeconds, computeSeconds: outcome.computeSeconds,
            trials: outcome.trials, searchTrials: outcome.searchTrials,
            returned: outcome.returned, returnedConnections: connections,
            anytime: outcome.anytime.map { .init(seconds: $0.computeSeconds, cell: $0.cell) })
        if output.json || conversed { return (try? Terminal.say(json: search)) ?? () }
        Terminal.say(search.line)
    }
}
