import ArgumentParser
import Coordination
import CoordinatorProcess
import OperatingSystem
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import WorkerKeys
import WorkerProcess

/// `espalier search`: runs a whole study on this machine.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Searches on this machine, to the verified best schedule; run again, it resumes.",
        discussion: """
            Example:  espalier search configs/digits.yaml --workers 2
            Starts a coordinator and worker processes, shows the progress, trains the best \
            schedules again with fresh seeds, and verifies the winner. Ctrl-C finishes what \
            runs and keeps everything; the same command continues from there. It ends with \
            status 69 if its budget or its time is over and no schedule reached the target.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Worker processes (default: the config's, or one for each core).")
    var workers: Int?

    @Option(
        name: .customLong("for"), help: "End after this time, certification included: 90s, 30m, 8h."
    )
    var duration: TimeSpan?

    @Option(help: "End at this time of day, certification included: 07:00.")
    var until: TimeOfDay?

    @OptionGroup var listing: ListingOptions

    @OptionGroup var output: ResultOptions

    func validate() throws {
        if let workers, !(1...1024).contains(workers) {
            throw ValidationError("--workers is \(workers), expected a whole number from 1 to 1024")
        }
    }

    func run() throws {
        try reporting {
            PrivateFile.becomeRule()
            SignalWatch.outliveReaders()
            let loaded = try options.load()
            let path = try options.path(of: loaded)
            let opened = try loaded.open(path, trials: options.trials, fresh: options.fresh)
            let began = SystemClock.seconds()
            let (study, reason) = try search(loaded, opened, path)
            let wall = SystemClock.seconds() - began
            try SearchEnding(
                study: study, path: path, reason: reason, wallSeconds: wall,
                workerSeconds: SystemClock.childSeconds()
            ).tell(loaded, listing.listing, in: output)
        }
    }

    private func search(
        _ loaded: LoadedStudy, _ opened: OpenedStudy, _ path: String
    ) throws -> (StudyState, StopReason) {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        var node = try CoordinatorNode(
            resuming: opened.events, journal: opened.journal, datasetBytes: loaded.bytes,
            listening: ListeningPlace(folder.endpoint),
            settings: CoordinatorSettings(guards: loaded.config.guards),
            log: PlainLog.logger("search"))
        if node.study.trialsOver > 0 {
            Terminal.complain("going on with \(path): \(node.study.trialsOver) trials are done")
        }
        options.warnOfLateStart(node.study)
        var pool: WorkerPool?
        defer { pool?.stop() }
        var progress = ProgressLine()
        let deadline = self.deadline
        let reason = try node.run { study, workers, now in
            if pool == nil {
                pool = try WorkerPool(
                    count: workerCount(loaded),
                    launchedBy: WorkerLauncher(endpoint: folder.endpoint), at: now)
            }
            let notices = try pool?.supervise(at: now) ?? []
            if !notices.isEmpty { progress.end() }
            for notice in notices { Terminal.complain("\(notice)") }
            if pool?.hasGivenUp == true { return .stop(.workersFailed) }
            let wall = SystemClock.wallMilliseconds()
            progress.show(
                study, workers: workers, at: now, untilEnd: deadline.timeLeft(at: now, wall: wall))
            return deadline.request(study, workers: workers, at: now, wall: wall)
        }
        progress.end()
        // Unfinished trainings would not be reported any more, so do not wait for them.
        let isHurried = reason == .interrupted || reason == .deadline
        pool?.stop(within: isHurried ? .zero : .seconds(5))
        return (node.study, reason)
    }

    private func workerCount(_ loaded: LoadedStudy) -> Int {
        workers ?? loaded.config.workers ?? max(1, Machine.coreCount)
    }

    /// When the search has to end: at the earlier of `--for` and `--until`.
    private var deadline: SearchDeadline {
        let wall = SystemClock.wallMilliseconds()
        let now = SystemClock.now()
        return SearchDeadline(
            begin: now, end: duration.map { now + $0.duration }, wallBegin: wall,
            wallEnd: until.map { wall + Int($0.timeLeft(at: wall) / .milliseconds(1)) })
    }
}
