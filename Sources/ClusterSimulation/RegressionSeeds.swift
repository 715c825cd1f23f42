/// A seed that once broke a promise.
package struct RegressionSeed: Hashable, Sendable {
    /// The run.
    package let setting: RunSetting
    /// What was wrong.
    package let lesson: String
}

/// The seeds that found a mistake in the coordinator or the worker's session.
package enum RegressionSeeds {
    /// All of them, oldest first.
    package static let all: [RegressionSeed] = []
}
