import Datasets
import Randomness
import Trials

/// Small tasks with computed rows.
enum Puzzle {
    /// Rows with an odd number of 1 bits belong to class 1; features are −1 or 1.
    static func parity(_ bits: Int) -> Samples {
        let rows = 0..<(1 << bits)
        let features = (0..<bits).flatMap { bit in
            rows.map { Float(($0 >> bit) & 1) * 2 - 1 }
        }
        return Samples(
            features: features,
            targets: .classes(
                labels: rows.map { Int32($0.nonzeroBitCount & 1) },
                names: ["even", "odd"]
            ),
            featureCount: bits
        )
    }

    /// Two interlocked spirals of 97 points each, scaled to about unit deviation.
    ///
    /// Source: Lang and Witbrock, "Learning to tell two spirals apart", 1988. Each step rotates by
    /// a 16th of a half turn: (x, y) → (c·x − s·y, s·x + c·y) with c = cos π/16, s = sin π/16.
    static func twoSpirals() -> Samples {
        let (c, s) = (0.980785280403230, 0.195090322016128)
        var direction = (x: 0.0, y: 1.0)
        var points: [(x: Double, y: Double, label: Int32)] = []
        for step in 0..<97 {
            let radius = Double(104 - step) / 104 * 2.4
            points.append((radius * direction.x, radius * direction.y, 0))
            points.append((-radius * direction.x, -radius * direction.y, 1))
            direction = (c * direction.x + s * direction.y, c * direction.y - s * direction.x)
        }
        return Samples(
            features: points.map { Float($0.x) } + points.map { Float($0.y) },
            targets: .classes(labels: points.map(\.label), names: ["in", "out"]),
            featureCount: 2
        )
    }

    /// Four overlapping clouds in ten dimensions; only two dimensions are informative.
    static func clouds(_ rows: Int, seed: UInt64) -> Samples {
        var generator = Seed(rawValue: seed).generator()
        let labels = (0..<rows).map { _ in Int32(generator.integer(below: 4)) }
        let features = (0..<10).flatMap { feature in
            labels.map { label in
                let side: Double
                switch feature {
                case 3: side = label & 1 == 0 ? -1 : 1
                case 7: side = label & 2 == 0 ? -1 : 1
                default: side = 0
                }
                return Float(side + 0.55 * generator.normal())
            }
        }
        return Samples(
            features: features,
            targets: .classes(labels: labels, names: ["a", "b", "c", "d"]),
            featureCount: 10
        )
    }

    /// Drawn numbers whose classes are drawn, too, so that nothing can be learnt of other rows.
    static func noise(_ rows: Int, seed: UInt64) -> Samples {
        var generator = Seed(rawValue: seed).generator()
        let labels = (0..<rows).map { _ in Int32(generator.integer(below: 2)) }
        return Samples(
            features: (0..<(6 * rows)).map { _ in Float(generator.normal()) },
            targets: .classes(labels: labels, names: ["heads", "tails"]), featureCount: 6)
    }

    /// A curved function of two of five features, with some noise.
    static func surface(_ rows: Int, seed: UInt64) -> Samples {
        var generator = Seed(rawValue: seed).generator()
        let features = (0..<(5 * rows)).map { _ in Float(generator.normal()) }
        let values = (0..<rows).map { row in
            let (x, y) = (features[row], features[2 * rows + row])
            return x * y + 0.5 * x + Float(0.05 * generator.normal())
        }
        return Samples(features: features, targets: .values(values), featureCount: 5)
    }
}

extension PreparedDataset {
    /// Noise, of which a network learns the training rows only.
    static let noise = PreparedDataset(
        training: Puzzle.noise(120, seed: 1), validation: Puzzle.noise(400, seed: 2),
        test: Puzzle.noise(40, seed: 3))

    /// All rows in all three parts.
    init(shared samples: Samples) {
        self.init(training: samples, validation: samples, test: samples)
    }
}

extension GrowthSchedule {
    /// The default schedule without thinning.
    static let growthOnly = GrowthSchedule().setting(.thinning, to: .category("none"))
}

extension TrainingTask {
    /// A task with a made-up dataset.
    init(
        _ schedule: GrowthSchedule = .growthOnly,
        metric: ScoreMetric = .accuracy,
        target: Double,
        seed: UInt64 = 1,
        sharesRows: Bool = false,
        limits: TrainingLimits = TrainingLimits(),
        cap: Int? = nil
    ) {
        guard let digest = DatasetDigest(rawValue: String(repeating: "0", count: 64)) else {
            preconditionFailure("64 zeros are a digest")
        }
        self.init(
            schedule: schedule,
            dataset: digest,
            split: SplitPlan(
                validation: 0.2,
                test: 0.2,
                seed: Seed(rawValue: 1),
                sharesRows: sharesRows
            ),
            target: TargetScore(metric: metric, value: target),
            seed: Seed(rawValue: seed),
            limits: limits,
            cap: cap
        )
    }
}

extension PreparedDataset {
    /// Clouds with separate parts.
    static let clouds = PreparedDataset(
        training: Puzzle.clouds(300, seed: 1),
        validation: Puzzle.clouds(150, seed: 2),
        test: Puzzle.clouds(150, seed: 3)
    )
    /// Surfaces with separate parts.
    static let surface = PreparedDataset(
        training: Puzzle.surface(300, seed: 1),
        validation: Puzzle.surface(150, seed: 2),
        test: Puzzle.surface(150, seed: 3)
    )
    /// Exclusive or.
    static let exclusiveOr = PreparedDataset(shared: Puzzle.parity(2))
}
