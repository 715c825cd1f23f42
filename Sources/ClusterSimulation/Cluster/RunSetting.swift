import Coordination
import Randomness
import ScheduleSearch
import Studies
import Trials

/// Everything that determines a run.
package struct RunSetting: Hashable, Sendable {
    /// The seed of everything random.
    package let seed: UInt64
    /// How severe the faults are.
    package let level: FaultLevel
    /// Number of workers.
    package let workers: Int
    /// Number of trials of the search.
    package let trials: Int
    /// Whether every message is encoded and decoded, which is slow.
    package var usesCodec = false
    /// The planted bug, if any.
    package var planted: PlantedBug?

    /// Describes a run.
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

    /// The streams of random numbers; each has one purpose, so that a change in one part of a run
    /// disturbs the other parts as little as possible.
    enum Stream: UInt64 {
        case faults, network, disk, training, clocks, swarm
    }

    func dice(_ stream: Stream) -> PhiloxGenerator {
        Seed(rawValue: seed).derived(for: .simulation, index: stream.rawValue).generator()
    }

    /// The faults of the run; for half of all seeds some kinds are switched off.
    var faults: FaultProfile {
        var dice = dice(.swarm)
        var profile = FaultProfile.of(level)
        if dice.integer(below: 2) == 0 { profile.thinOut(&dice) }
        return profile
    }

    /// The study of the run: small, with every phase; one seed in eight uses evolution.
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
