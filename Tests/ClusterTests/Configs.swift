/// The configs that the tests write.
enum Configs {
    /// Trainings of less than a millisecond, all of which succeed.
    static func quick(trials: Int = 8, accuracy: String = "1.0") -> String {
        """
        study: quick
        data: {generated: xor, split: shared}
        objective: {accuracy: \(accuracy)}
        space:
          patience: {from: 1, to: 12}
          increment_size: {from: 0.05, to: 0.6, scale: log}
          rounds: 1
        budget: {trials: \(trials)}
        """
    }

    /// Numbers that rise in a straight line, beside a column that never changes.
    static let ramp = """
        study: ramp
        data:
          file: ramp.csv
          target: height
          task: regression
          split: {validation: 0.25, test: 0.25}
        objective: {nrmse: 0.2}
        space: {rounds: 2, patience: {from: 1, to: 4}}
        budget: {trials: 4}
        """

    /// The rows of `ramp`.
    static let rampRows =
        "place,level,height\n" + (0..<40).map { "\($0),7,\(3 * $0)\n" }.joined()

    /// A wave, each number of which follows from the two before it.
    static let wave = """
        study: wave
        data:
          file: wave.csv
          task: series
          target: height
          lags: 4
          split: {validation: 0.2, test: 0.2}
        objective: {nrmse: 0.1}
        space: {rounds: 2, patience: {from: 1, to: 4}, increment_size: {from: 0.1, to: 0.6}}
        budget: {trials: 6}
        """

    /// The rows of `wave`: x(t) = 1.6·x(t − 1) − x(t − 2).
    static let waveRows: String = {
        var heights = [1.0, 0.8]
        while heights.count < 200 {
            heights.append(1.6 * heights[heights.count - 1] - heights[heights.count - 2])
        }
        return "height\n" + heights.map { "\($0)\n" }.joined()
    }()

    /// Trainings of some tens of milliseconds, each with a split of its own.
    static let folds = """
        study: folds
        data:
          file: \(Checkout.root)/configs/datasets/iris.csv
          target: class
          task: classification
          split: {folds: 3, test: 0.2}
        objective: {accuracy: 0.9}
        space: {rounds: 1, patience: {from: 1, to: 4}, increment_size: {from: 0.1, to: 0.6}}
        budget: {trials: 8}
        """

    /// Images that are not where the config looks for them.
    static let images = """
        study: images
        data: {images: datasets/mnist/i.gz, labels: datasets/mnist/l.gz, task: classification}
        objective: {accuracy: 0.9}
        space: {patience: {from: 1, to: 4}}
        budget: {trials: 4}
        """

    /// Trainings of less than a millisecond, none of which succeeds.
    static let hopeless = """
        study: hopeless
        data: {generated: parity, bits: 4, split: shared}
        objective: {accuracy: 1.0}
        space: {increment_size: {from: 0.1, to: 0.3}}
        limits: {checks: 2}
        budget: {trials: 2}
        """

    /// More trials than any test waits for: the study ends when the test has seen enough.
    static let plenty = 100_000

    /// Trainings of some tens of milliseconds on digits, all of which succeed.
    static func steady(trials: Int = plenty) -> String {
        """
        \(digits(accuracy: 0.9))
        space:
          rounds: 1
          increment_size: {from: 0.1, to: 0.3}
          batch_size: {from: 16, to: 32}
        budget: {trials: \(trials)}
        certification: {finalists: 1, confirmations: 0}
        """
    }

    /// Trainings that learn nothing and never grow: they would take the fastest machine minutes.
    static let endless = """
        \(digits(accuracy: 1))
        space:
          batch_size: {from: 16, to: 32}
          initial_hidden_nodes: 600
          initial_density: 1
          patience: 1000
          learning_rate: 0.00001
        budget: {trials: 12}
        limits: {checks: 20000, multiply_adds: 1000000000000000, connections: 100000}
        """

    private static func digits(accuracy: Double) -> String {
        """
        study: digits
        data:
          file: \(Checkout.root)/configs/datasets/digits.csv
          target: digit
          task: classification
          split: {validation: 0.2, test: 0.2, seed: 1}
        objective: {accuracy: \(accuracy)}
        """
    }
}
