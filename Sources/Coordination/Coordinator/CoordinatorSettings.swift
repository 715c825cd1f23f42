package import Trials

/// How a coordinator treats its workers.
package struct CoordinatorSettings: Hashable, Sendable {
    /// How long a lease lasts without renewal.
    package let leaseDuration: Duration
    /// Attempts that a trial may lose by what it may have caused before it is given up.
    package let attemptLimit: Int
    /// Different trials that a worker may lose in a row, while others report, before it is put
    /// aside.
    package let streakLimit: Int
    /// What workers watch over.
    package let guards: TrialGuards

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

    /// Attempts that a trial may lose through no wish of their workers before it is given up,
    /// whoever is to blame: what kills the coordinator too must end some time.
    var unwishedLimit: Int { CoordinationLimits.unwishedPerAttempt * attemptLimit }

    /// How long a worker is put aside before it gets a single lease to prove itself.
    var probation: Duration { CoordinationLimits.probation }

    /// How often a worker should renew.
    var renewalInterval: Duration { leaseDuration / CoordinationLimits.renewalsPerLease }
}
