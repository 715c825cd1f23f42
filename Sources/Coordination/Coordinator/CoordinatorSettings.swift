package import Trials

/// The coordinator's settings for its workers.
package struct CoordinatorSettings: Hashable, Sendable {
    /// How long a lease lasts without renewal.
    package let leaseDuration: Duration
    /// Number of attempts that a trial may lose by its own possible fault before it is given up.
    package let attemptLimit: Int
    /// Number of different trials that a worker may lose in a row, while others report, before it
    /// is suspended.
    package let streakLimit: Int
    /// The limits that workers enforce.
    package let guards: TrialGuards

    /// Sets what a study may choose.
    ///
    /// The defaults suit trainings of seconds to hours.
    package init(
        leaseDuration: Duration = CoordinationLimits.lease,
        attemptLimit: Int = CoordinationLimits.attempts,
        streakLimit: Int = CoordinationLimits.streak, guards: TrialGuards = .unguarded
    ) {
        self.leaseDuration = leaseDuration
        self.attemptLimit = attemptLimit
        self.streakLimit = streakLimit
        self.guards = guards
    }

    /// Number of attempts that a trial may lose in any way except by being given back, before it is
    /// given up: a trial that also kills the coordinator must end, too.
    var unwishedLimit: Int { CoordinationLimits.unwishedPerAttempt * attemptLimit }

    /// How long a worker is suspended before it gets a single lease on probation.
    var probation: Duration { CoordinationLimits.probation }

    /// How often a worker should renew.
    var renewalInterval: Duration { leaseDuration / CoordinationLimits.renewalsPerLease }
}
