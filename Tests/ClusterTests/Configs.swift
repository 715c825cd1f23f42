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
        budget: {trials: \(trials)}
        """
    }

    /// Trainings of less than a millisecond, none of which succeeds.
    static let hopeless = """
        study: hopeless
        data: {generated: parity, bits: 4, split: shared}
        objective: {accuracy: 1.0}
        space: {increment_size: {from: 0.1, to: 0.3}}
        limits: {checks: 2}
        budget: {trials: 2}
        """

    /// Trainings of about a quarter of a second, so that a signal hits one in its midst.
    ///
    /// - Parameters:
    ///   - trials: what the search may spend.
    ///   - connections: where the others give up; four times as many take ten times as long.
    static func slow(trials: Int = 12, connections: Int = 10_000) -> String {
        """
        study: slow
        data:
          file: \(Checkout.root)/configs/datasets/digits.csv
          target: digit
          task: classification
          split: {validation: 0.2, test: 0.2, seed: 1}
        objective: {accuracy: 0.98}
        space:
          increment_size: {from: 0.1, to: 0.3}
          batch_size: {from: 16, to: 32}
        budget: {trials: \(trials)}
        limits: {connections: \(connections)}
        certification: {finalists: 1, confirmations: 0}
        """
    }
}

/// The folder that the tests were built from.
enum Checkout {
    static let root: String = {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return file.dropLast(3).joined(separator: "/")
    }()
}
