import ArgumentParser
import Coordination
import CoordinatorProcess
import Logging
import OperatingSystem
import Studies
import StudyDocuments
import StudyFiles
import StudyReports
import StudyStore
import WorkerKeys
import ZeroMQ

/// `espalier coordinator`: the coordinator alone, for workers that are started elsewhere.
struct CoordinatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coordinator",
        abstract: "Hands trials to workers until the study is finished.",
        discussion: """
            Example:  espalier coordinator configs/digits.yaml --bind ipc:///tmp/digits.ipc
            It may be killed at any time: started again, it goes on where its journal ends, and \
            workers deliver what they trained meanwhile.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        help: "Where to listen: ipc://PATH or tcp://127.0.0.1:PORT; tcp://0.0.0.0:PORT with --keys."
    )
    var bind: String

    @Option(help: "The folder of keys (espalier keys new): only workers that it lists may connect.")
    var keys: String?

    @Option(help: "How long a worker may be silent before others get its trials: 15s, 2m.")
    var lease: TimeSpan?

    @OptionGroup var listing: ListingOptions

    @OptionGroup var logging: LogOptions

    func validate() throws {
        if let lease, !(.seconds(1)...(.seconds(86_400))).contains(lease.duration) {
            throw ValidationError("--lease is out of range, expected from 1s to 24h")
        }
        guard keys != nil || !Endpoint.isForStrangers(bind) else {
            throw ValidationError(
                """
                --bind is \(bind), which other machines can reach; expected ipc://PATH or \
                tcp://127.0.0.1:PORT, because without keys any machine can connect. For workers on \
                other machines, make keys and give them:
                  espalier keys new keys
                  espalier coordinator \(options.config) --bind \(bind) --keys keys
                """)
        }
    }

    func run() throws {
        try reporting {
            PrivateFile.becomeRule()
            SignalWatch.outliveReaders()
            let keys = try keys.map(CoordinatorKeys.init(folder:))
            let loaded = try options.load()
            let path = try options.path(of: loaded)
            let opened = try loaded.open(path, trials: options.trials, fresh: options.fresh)
            let log = logging.logger("coordinator")
            var node = try CoordinatorNode(
                resuming: opened.events, journal: opened.journal, datasetBytes: loaded.bytes,
                listening: ListeningPlace(bind, keys: keys), settings: settings(loaded), log: log)
            log.info(
                "study \(loaded.config.name) in \(path): \(node.study.trialsOver) trials are done")
            options.warnOfLateStart(node.study)
            log.info("listening on \(node.endpoint)")
            var lastTold = SystemClock.now()
            let reason = try node.run { study, workers, now in
                if now - lastTold > .seconds(30) {
                    lastTold = now
                    log.info(
                        "\(study.trialsOver) trainings over, \(study.phase), \(workers) workers")
                }
                return .proceed
            }
            log.info("stopped: \(reason.rawValue)")
            let history = try RecordedStudy(at: path).historyOfBest()
            if let best = history.certificate() {
                Terminal.say(
                    BestSchedule(best).lines(of: history.state.definition, listing.listing))
            }
        }
    }

    private func settings(_ loaded: LoadedStudy) -> CoordinatorSettings {
        CoordinatorSettings(
            leaseDuration: lease?.duration ?? CoordinationLimits.lease, guards: loaded.config.guards
        )
    }
}
