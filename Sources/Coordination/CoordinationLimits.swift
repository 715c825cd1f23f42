/// The limits of coordinators and workers: how long they wait, how often they try, how much they
/// take.
///
/// `CoordinatorSettings` and `TrialGuards` have what a config or the command line may change.
package enum CoordinationLimits {
    // MARK: - Leases and trials

    /// How long a lease lasts without renewal, unless the user sets another time.
    package static let lease = Duration.seconds(15)
    /// Renewals that fit into a lease: a worker may miss four in a row.
    package static let renewalsPerLease = 5
    /// How often a worker says hello before a coordinator tells it how often to renew.
    package static let helloInterval = Duration.milliseconds(500)
    /// Number of attempts that a trial may lose by its own possible fault before it is given up.
    package static let attempts = 3
    /// Number of attempts that a trial may lose for any unwanted reason, for each of `attempts`.
    package static let unwishedPerAttempt = 4
    /// Number of different trials that a worker may lose in a row, while others report, before it
    /// is suspended.
    package static let streak = 5
    /// How long a worker is suspended before it gets a single lease on probation.
    package static let probation = Duration.seconds(600)
    /// How long leases may outlive their deadline: longer than workers take to renew, but not
    /// as long as a flood of messages lasts.
    package static let renewalGrace = Duration.seconds(3)
    /// A longer time between two turns means that the process was frozen.
    package static let standstill = Duration.seconds(1)

    // MARK: - Datasets and messages

    /// How long to wait for a chunk before it is requested again.
    package static let chunkTime = Duration.seconds(5)
    /// Longest frame that is read from an unknown peer, because reading takes time from the
    /// workers; the longest `hello` is shorter.
    package static let strangersBytes = 512 << 10

    // MARK: - Ends

    /// How long trainings may continue after the first request to stop.
    package static let drain = Duration.seconds(30)
    /// How long workers may take to say goodbye after the end of the study.
    package static let farewell = Duration.seconds(2)
    /// Certification is planned with this factor on the mean time of trainings so far, because
    /// their times differ.
    package static let certificationMargin = 1.5

    // MARK: - Pools of workers

    /// A worker process that lives for a shorter time than this counts as a quick death.
    package static let quickLife = Duration.seconds(5)
    /// Number of quick deaths in a row after which a worker is not restarted.
    package static let quickDeaths = 5
    /// The pause before a worker is restarted; each quick death doubles it.
    package static let restartPause = Duration.milliseconds(100)
    /// Number of hang-ups in a row that cannot be a coincidence, for a worker that was never
    /// admitted.
    package static let hangUps = 3

    // MARK: - Logs

    /// Complaints about invalid messages that are logged in each `complaintSpan`; others are
    /// counted.
    package static let complaints = 20
    /// The span of time for `complaints`.
    package static let complaintSpan = Duration.seconds(10)
    /// The most different lines about connections that are logged in each `repetitionSpan`.
    package static let repeatedLines = 50
    /// How long a repeated line is not logged again.
    package static let repetitionSpan = Duration.seconds(60)
}
