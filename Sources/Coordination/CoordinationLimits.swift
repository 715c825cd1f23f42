/// How long is waited, how often is tried and how much is taken in, by coordinators and workers.
///
/// What a config or the command line may change is in `CoordinatorSettings` and `TrialGuards`.
package enum CoordinationLimits {
    // MARK: - Leases and trials

    /// How long a lease lasts without renewal, unless somebody asks for another length.
    package static let lease = Duration.seconds(15)
    /// Renewals that fit into a lease: a worker may miss four in a row.
    package static let renewalsPerLease = 5
    /// How often a worker says hello before a coordinator tells it how often to renew.
    package static let helloInterval = Duration.milliseconds(500)
    /// Attempts that a trial may lose by what it may have caused before it is given up.
    package static let attempts = 3
    /// Attempts that a trial may lose through no wish of their workers, for each of `attempts`.
    package static let unwishedPerAttempt = 4
    /// Different trials that a worker may lose in a row, while others report, before it is put
    /// aside.
    package static let streak = 5
    /// How long a worker is put aside before it gets a single lease to prove itself.
    package static let probation = Duration.seconds(600)
    /// How long leases may outlast their time while renewals may wait to be read: longer than
    /// workers take to renew, and not for as long as somebody floods the coordinator.
    package static let renewalGrace = Duration.seconds(3)
    /// Turns of a coordinator that are further apart than this are a standstill.
    package static let standstill = Duration.seconds(1)

    // MARK: - Datasets and messages

    /// How long a chunk may take before it is asked for again.
    package static let chunkTime = Duration.seconds(5)
    /// Longest frame of a peer without a name that is read, because reading takes time that workers
    /// then wait; a `hello` with all that it may hold is shorter.
    package static let strangersBytes = 512 << 10

    // MARK: - Ends

    /// How long trainings may still run after the first request to stop.
    package static let drain = Duration.seconds(30)
    /// How long workers may take to say goodbye once they were told that the study is over.
    package static let farewell = Duration.seconds(2)
    /// Certification is planned with this much more time than trainings took on average so far,
    /// because they differ.
    package static let certificationMargin = 1.5

    // MARK: - Pools of workers

    /// A worker process that lives shorter than this dies a quick death.
    package static let quickLife = Duration.seconds(5)
    /// Quick deaths in a row after which a worker is not started again.
    package static let quickDeaths = 5
    /// The pause before a worker is started again, doubled by each quick death.
    package static let restartPause = Duration.milliseconds(100)
    /// Hang-ups in a row that are no coincidence any more, for a worker that was never let in.
    package static let hangUps = 3

    // MARK: - Logs

    /// Complaints about nonsense that are told in each `complaintSpan`; the others are counted.
    package static let complaints = 20
    /// The span of time for `complaints`.
    package static let complaintSpan = Duration.seconds(10)
    /// Different lines about connections that are told in each `repetitionSpan`.
    package static let repeatedLines = 50
    /// How long a line is not told again.
    package static let repetitionSpan = Duration.seconds(60)
}
