public import Randomness

/// How the rows of a dataset are shared out between training, validation and test.
///
/// Rows that the dataset itself marks as validation or test stay so; the shares say how much of
/// the rest is drawn for a part that the dataset does not provide.
public struct SplitPlan: Hashable, Codable, Sendable {
    /// Share of the undivided rows that go to validation (0…1).
    public let validation: Double
    /// Share of the undivided rows that go to test (0…1).
    public let test: Double
    /// Decides which rows go where.
    public let seed: Seed
    /// Uses all rows for all three parts, as puzzles like XOR and two spirals want.
    public let sharesRows: Bool

    /// Shares out rows.
    public init(validation: Double, test: Double, seed: Seed, sharesRows: Bool = false) {
        self.validation = validation
        self.test = test
        self.seed = seed
        self.sharesRows = sharesRows
    }

    private enum CodingKeys: String, CodingKey {
        case validation, test, seed
        case sharesRows = "shares_rows"
    }
}
