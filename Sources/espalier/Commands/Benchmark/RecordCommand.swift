import ArgumentParser
import Datasets
import Dispatch
import SparseLearning
import LocalTraining
import ScheduleSearch
import SearchBenchmark
import Studies
import StudyFiles
import StudyReports
import Synchronization
import Trials

/// `espalier benchmark record`: trains a grid of schedules, over which searches can be replayed.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Trains a full grid over a config's space, and records it as a table.",
        discussion: """
            Example:  espalier benchmark record configs/benchmarks/digits-growth.yaml \
            --levels increment_size=5 --seeds 1..8 --out growth.trainings
            The same command continues where it stopped. Searches are replayed over the table: \
            espalier benchmark search --help
            """)

    @Argument(help: "The config whose space is recorded.")
    var config: String

    @Option(
        parsing: .upToNextOption,
        help: "Levels of numeric dimensions as NAME=COUNT; categories have all their words.")
    var levels: [LevelCount] = []

    @Option(help: "Levels of each numeric dimension that --levels does not name.")
    var usualLevels = 4

    @Option(help: "The numbers of the seeds, as A..B.")
    var seeds = SeedRange(1...8)

    @Option(parsing: .upToNextOption, help: "Train these cells of the grid only.")
    var cells: [Int] = []

    @Option(help: "Trainings at a time.")
    var jobs = 1

    @Option(help: "The file of the table.")
    var out: String

    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard (1...1000).contains(usualLevels), (1...1024).contains(jobs),
            (1...1_000_000).contains(seeds.seeds.upperBound), seeds.seeds.lowerBound > 0
        else {
            throw ValidationError(
                "expected --usual-levels from 1 to 1000, --jobs from 1 to 1024, --seeds from 1")
        }
    }

    func run() throws {
        try reporting {
            let loaded = try LoadedStudy(config: config)
            let counts = Dictionary(
                levels.map { ($0.parameter, $0.count) }, uniquingKeysWith: { _, last in last })
            let space = loaded.definition.space
            guard space.dimensions.allSatisfy({ $0.parameter != .inputScaling }) else {
                throw CommandFailure(.badConfig, "\(config): input_scaling cannot be recorded")
            }
            let grid = ScheduleGrid(over: space, counts: counts, usual: usualLevels)
            let heading = TableHeading(of: loaded.definition, grid: grid)
            try record(grid, heading, loaded)
        }
    }

    private func record(_ grid: ScheduleGrid, _ heading: TableHeading, _ loaded: LoadedStudy) throws
    {
        let wanted = try wantedTrainings(of: grid)
        let table = try GrowingTable(heading, at: out)
        let known = Set(table.recorded.map { Place(cell: $0.cell, seed: $0.seed) })
        let missing = wanted.filter { !known.contains($0) }
        Terminal.complain(
            "\(grid.count) schedules; \(missing.count) of \(wanted.count) trainings to record")
        let task = { @Sendable (place: Place) in
            heading.task(of: grid.schedule(at: place.cell), seed: place.seed)
        }
        var seconds = 0.0
        var recent = RecentRows()
        var rest = missing[...]
        while let first = rest.first.map(task) {
            let block = rest.prefix(64 * jobs)
                .prefix { RowPreparation(of: task($0)) == RowPreparation(of: first) }
            rest = rest.dropFirst(block.count)
            let dataset = try recent.rows(for: first) { try loaded.prepared(for: first) }
            let trainings = Self.train(Array(block), jobs: jobs, task: task) { dataset }
            try table.append(trainings)
            seconds += trainings.reduce(0) { $0 + $1.report.cpuSeconds }
            if Terminal.isWatched {
                Terminal.write("\r\(missing.count - rest.count) recorded ")
            }
        }
        if Terminal.isWatched { Terminal.write("\r") }
        let summary = RecordingSummary(
            out: out, cells: grid.count, trainings: table.recorded.count + missing.count,
            recordedNow: missing.count, cpuSeconds: seconds)
        Terminal.say(summary.line)
        try output.say(summary)
    }

    private struct Place: Hashable {
        let cell: Int
        let seed: Int
    }

    /// Ordered by seed, so that an interrupted recording has all cells for its first seeds.
    private func wantedTrainings(of grid: ScheduleGrid) throws -> [Place] {
        if let odd = cells.first(where: { !(0..<grid.count).contains($0) }) {
            throw CommandFailure(.usage, "there is no cell \(odd); they are 0..\(grid.count - 1)")
        }
        let cells = cells.isEmpty ? Array(0..<grid.count) : cells
        return seeds.seeds.flatMap { seed in cells.map { Place(cell: $0, seed: Int(seed)) } }
    }

    /// Trains on this many threads, and returns the trainings in the order of their places.
    private static func train(
        _ places: [Place], jobs: Int, task: @Sendable (Place) -> TrainingTask,
        on dataset: @Sendable () -> PreparedDataset
    ) -> [RecordedTraining] {
        let next = Atomic(0)
        let found = Mutex([RecordedTraining?](repeating: nil, count: places.count))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < places.count else { return }
                let place = places[index]
                guard let trained = MeasuredTraining.run(task: task(place), dataset: dataset())
                else { preconditionFailure("the training was not stopped") }
                let training = RecordedTraining(
                    cell: place.cell, seed: place.seed, report: trained.report)
                found.withLock { $0[index] = training }
            }
        }
        return found.withLock { $0.compactMap(\.self) }
    }
}
