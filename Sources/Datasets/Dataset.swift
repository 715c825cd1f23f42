/// Rows of numbers, each with a target, as they were read: not scaled or shuffled.
///
/// The canonical form, which is hashed and sent, is feature-major, `[feature × row]`; memory is
/// row-major, `[row × feature]`, where numbers are bytes. So a file of rows is turned for the one
/// and turned back for the other.
public struct Dataset: Hashable, Sendable {
    /// The names of the features.
    public let featureNames: [String]
    /// The features of all rows.
    public let numbers: FeatureNumbers
    /// One target per row.
    public let targets: Targets
    /// The rows that the source sets aside for validation; may be empty.
    public let providedValidation: Range<Int>
    /// The rows that the source sets aside for test; may be empty.
    public let providedTest: Range<Int>

    /// Takes over rows.
    ///
    /// - Parameter features: shape `[feature × row]`, finite.
    /// - Precondition: the shapes agree, and labels are indices of names.
    public init(
        featureNames: [String], features: [Float], targets: Targets,
        providedValidation: Range<Int> = 0..<0, providedTest: Range<Int> = 0..<0
    ) {
        self.init(
            featureNames: featureNames,
            numbers: FeatureNumbers(features: features, featureCount: featureNames.count),
            targets: targets, providedValidation: providedValidation, providedTest: providedTest)
    }

    /// Takes over numbers that are already in the required form.
    init(
        featureNames: [String], numbers: FeatureNumbers, targets: Targets,
        providedValidation: Range<Int> = 0..<0, providedTest: Range<Int> = 0..<0
    ) {
        self.featureNames = featureNames
        self.numbers = numbers
        self.targets = targets
        self.providedValidation = providedValidation
        self.providedTest = providedTest
        precondition(
            numbers.count == featureNames.count * rowCount,
            "\(numbers.count) values are not \(featureNames.count) features × \(rowCount) rows")
    }

    /// A copy of the features, shape `[feature × row]`.
    ///
    /// - Complexity: O(values) if they are stored as bytes.
    public var features: [Float] { numbers.features(featureCount: featureNames.count) }

    /// Number of rows.
    public var rowCount: Int { targets.rowCount }

    /// The same dataset with its features elsewhere in memory.
    ///
    /// - Precondition: the numbers are equal to the present ones; only their count is checked.
    public func withNumbers(_ equal: FeatureNumbers) -> Dataset {
        precondition(
            equal.count == numbers.count, "\(equal.count) numbers for \(numbers.count) features")
        return Dataset(
            featureNames: featureNames, numbers: equal, targets: targets,
            providedValidation: providedValidation, providedTest: providedTest)
    }
}
