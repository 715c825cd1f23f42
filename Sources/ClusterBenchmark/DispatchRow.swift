import Coordination
import CoordinatorProcess

/// The results of a dispatch benchmark; times are microseconds per trial.
package struct DispatchRow: Encodable, Sendable {
    /// Workers of the swarm.
    package let workers: Int
    /// Leases out at once, all workers together.
    package let inFlight: Int
    /// Trials that were settled.
    package let trials: Int
    /// How long that took by the clock (s).
    package let seconds: Double
    /// Trials that were settled in a second.
    package let trialsPerSecond: Double
    /// Median time from a report to the next lease (ms).
    package let medianLeaseMs: Double?
    /// What 99 % of these waits did not exceed (ms).
    package let p99LeaseMs: Double?
    /// Processor time of the coordinator's thread per trial.
    package let coordinatorMicroseconds: Double
    /// The parts of that time, and the waits for messages and for the disk.
    package let activities: [Activity]
    /// How long the disk takes to make 64 KiB durable (median, ms).
    package let syncMs: Double
    /// How long the coordinator takes to reopen the study (s).
    package let restart: RestartTime

    /// The time of one activity.
    package struct Activity: Encodable, Sendable {
        /// What the time went into.
        package let activity: String
        /// Processor time per trial.
        package let microseconds: Double
        /// Wall-clock time per trial.
        package let wallMicroseconds: Double
    }

    init(
        workers: Int, inFlight: Int, trials: Int, seconds: Double, account: TimeAccount,
        waits: WaitHistogram, sync: Double, restart: RestartTime
    ) {
        self.workers = workers
        self.inFlight = inFlight
        self.trials = trials
        self.seconds = seconds
        trialsPerSecond = Double(trials) / seconds
        medianLeaseMs = waits.milliseconds(quantile: 0.5)
        p99LeaseMs = waits.milliseconds(quantile: 0.99)
        activities = CoordinatorActivity.allCases.map { activity in
            Activity(
                activity: activity.name,
                microseconds: account.processorSeconds(activity) * 1e6 / Double(trials),
                wallMicroseconds: account.seconds(activity) * 1e6 / Double(trials))
        }
        coordinatorMicroseconds = activities.reduce(0) { $0 + $1.microseconds }
        syncMs = sync
        self.restart = restart
    }
}
