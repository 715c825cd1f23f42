import Randomness

/// What can go wrong in a cluster, and how often.
package struct FaultProfile: Hashable, Sendable {
    /// A message never arrives.
    package var loss = Odds.never
    /// A message arrives twice.
    package var duplication = Odds.never
    /// A message arrives later than messages sent after it.
    package var reordering = Odds.never
    /// A message arrives as bytes that are not a message.
    package var garbling = Odds.never
    /// A send to a broken connection fails without an error.
    package var silentSend = Odds.never
    /// A send fails although the worker is connected, because its queue is full.
    package var refusedSend = Odds.never
    /// A worker receives a damaged dataset.
    package var damagedDataset = Odds.never

    /// A worker is cut off for a while, in one or both directions; the odds of this and of all
    /// faults below are drawn four times a second for the whole cluster.
    package var partition = Odds.never
    /// A worker's connection breaks, and it reconnects under another address.
    package var reconnection = Odds.never
    /// A worker dies, and another process takes its name.
    package var workerCrash = Odds.never
    /// A worker freezes for a while.
    package var workerStall = Odds.never
    /// A worker is asked to leave, and comes back as another process.
    package var workerDrain = Odds.never
    /// The coordinator dies, and restarts from its journal.
    package var coordinatorCrash = Odds.never
    /// The coordinator freezes for a while; messages wait in its socket.
    package var coordinatorStall = Odds.never
    /// The coordinator is asked to stop once its workers are done, and restarts.
    package var coordinatorDrain = Odds.never
    /// Commits take long for a while.
    package var slowDisk = Odds.never
    /// Commits fail for a while; the coordinator retries them each second.
    package var fullDisk = Odds.never
    /// The study is told once to spend no more of its budget.
    package var thrift = Odds.never
    /// Some trials end every process that trains them; the odds hold for the whole run.
    package var poison = Odds.never
    /// How much a clock may gain or lose in a second (μs).
    package var skew = 0

    /// No faults.
    package init() {}

    /// The faults of a level.
    package static func of(_ level: FaultLevel) -> FaultProfile {
        var profile = FaultProfile()
        profile.workerDrain = Odds(1, in: 120)
        profile.coordinatorDrain = Odds(1, in: 1000)
        profile.skew = 100
        switch level {
        case .calm: break
        case .lossy: profile.becomeLossy()
        case .hostile: profile.becomeHostile()
        }
        return profile
    }

    /// Whether no fault is possible that could make a living worker lose its lease.
    package var isGentle: Bool {
        var hard = self
        let gentle = [
            \FaultProfile.workerDrain, \.coordinatorDrain, \.coordinatorStall, \.slowDisk, \.thrift,
            \.silentSend,
        ]
        for kind in gentle { hard[keyPath: kind] = .never }
        hard.skew = 0
        return hard == FaultProfile()
    }

    private mutating func becomeLossy() {
        loss = Odds(1, in: 50)
        duplication = Odds(1, in: 50)
        reordering = Odds(1, in: 20)
        garbling = Odds(1, in: 200)
        silentSend = Odds(1, in: 2)
        refusedSend = Odds(1, in: 500)
        partition = Odds(1, in: 200)
        reconnection = Odds(1, in: 100)
        workerCrash = Odds(1, in: 200)
        workerStall = Odds(1, in: 200)
        coordinatorCrash = Odds(1, in: 400)
        coordinatorStall = Odds(1, in: 400)
        slowDisk = Odds(1, in: 400)
        fullDisk = Odds(1, in: 1200)
        thrift = Odds(1, in: 4000)
        poison = Odds(1, in: 1)
        skew = 1000
    }

    private mutating func becomeHostile() {
        loss = Odds(1, in: 8)
        duplication = Odds(1, in: 10)
        reordering = Odds(1, in: 4)
        garbling = Odds(1, in: 50)
        silentSend = Odds(1, in: 2)
        refusedSend = Odds(1, in: 100)
        damagedDataset = Odds(1, in: 20)
        partition = Odds(1, in: 60)
        reconnection = Odds(1, in: 30)
        workerCrash = Odds(1, in: 60)
        workerStall = Odds(1, in: 60)
        workerDrain = Odds(1, in: 60)
        coordinatorCrash = Odds(1, in: 80)
        coordinatorStall = Odds(1, in: 100)
        coordinatorDrain = Odds(1, in: 300)
        slowDisk = Odds(1, in: 100)
        fullDisk = Odds(1, in: 300)
        thrift = Odds(1, in: 2000)
        poison = Odds(1, in: 1)
        skew = 20_000
    }

    /// Switches each kind of fault off with odds 1 in 2, because some bugs show only if other
    /// faults do not hide them (Groce et al., "Swarm testing", ISSTA 2012).
    mutating func thinOut(_ dice: inout PhiloxGenerator) {
        for kind in Self.kinds where dice.integer(below: 2) == 0 { self[keyPath: kind] = .never }
        if dice.integer(below: 2) == 0 { skew = 0 }
    }

    private static var kinds: [WritableKeyPath<FaultProfile, Odds>] {
        [
            \.loss, \.duplication, \.reordering, \.garbling, \.silentSend, \.refusedSend,
            \.damagedDataset, \.partition, \.reconnection, \.workerCrash, \.workerStall,
            \.workerDrain,
            \.coordinatorCrash, \.coordinatorStall, \.coordinatorDrain, \.slowDisk, \.fullDisk,
            \.thrift, \.poison,
        ]
    }
}
