/// A seed that once broke a promise.
package struct RegressionSeed: Hashable, Sendable {
    /// The setting of the run.
    package let setting: RunSetting
    /// What was wrong.
    package let lesson: String
}
