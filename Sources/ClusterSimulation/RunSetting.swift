import Coordination
import Randomness
import ScheduleSearch
import Studies
import Trials

/// A mistake that is put into a run on purpose, to see that it is found.
package enum PlantedBug: String, CaseIterable, Hashable, Sendable {
    /// Acknowledgements leave before the report is durable.
    case acknowledgesEarly
    /// Leases leave before they are durable.
    case leasesEarly
    /// An older attempt renews the lease of a newer one.
    case dropsFence
    /// The disk loses the latest event in a crash, although it said that it was durable.
    case forgetsLatest
    /// Nobody tells workers that the study is over.
    case keepsSilent
}

/// Everything that determines a run.
package struct RunSetting: Hashable, Sendable {
    /// The origin of all that happens by chance.
    package let seed: UInt64
    /// How hard life is.
    package let level: FaultLevel
    /// The workers of the cluster.
    package let workers: Int
    /// The trials of the search.
    package let trials: Int
    /// Whether every message is written and read as bytes, which is slow.
    package var usesCodec = false
    /// A mistake to be found.
    package var planted: PlantedBug?

    /// Sets a run up.
    ///
    /// - Precondition: there are 1 to 200 workers.
    package init(seed: UInt64, level: FaultLevel, workers: Int = 8, trials: Int = 200) {
        precondition((1...200).contains(workers), "a run cannot have \(workers) workers")
        precondition(trials >= 0, "a run cannot have \(trials) trials")
        self.seed = seed
        self.level = level
        self.workers = workers
        self.trials = trials
    }

    /// The streams of random numbers; each is drawn from for one purpose, so that a change in one
    /// part of a run disturbs the others as little as possible.
    enum Stream: UInt64 {
        case faults, network, disk, training, clocks, swarm
    }

    func dice(_ stream: Stream) -> PhiloxGenerator {
        Seed(rawValue: seed).derived(for: .simulation, index: stream.rawValue).generator()
    }

    /// The faults of the run: half of all seeds go without some kinds of them.
    var faults: FaultProfile {
        var dice = dice(.swarm)
        var profile = FaultProfile.of(level)
        if dice.integer(below: 2) == 0 { profile.thinOut(&dice) }
        return profile
    }

    /// The study that is run: small, with every phase, and in one seed of eight evolved.
    func definition() -> StudyDefinition {
        guard let digest = DatasetDigest(rawValue: String(repeating: "5e", count: 32)) else {
            preconditionFailure("64 hexadecimal digits are a digest")
        }
        let seed = Seed(rawValue: seed)
        return StudyDefinition(
            name: "simulated", dataset: digest, learning: .classification,
            split: SplitPlan(validation: 0.2, test: 0.2, seed: seed),
            target: TargetScore(metric: .accuracy, value: 0.95),
            space: SearchSpace(dimensions: [
                .init(
                    parameter: .incrementSize, domain: .real(range: 0.02...0.6, scale: .log)),
                .init(parameter: .patience, domain: .integer(range: 1...12, scale: .linear)),
            ]),
            search: SearchSettings(
                strategy: self.seed % 8 == 0 ? .evolution : .random, seed: seed),
            certification: CertificationPlan(finalists: 2, replicates: 2, confirmations: 2))
    }
}
