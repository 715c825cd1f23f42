public import PlainJSON
public import Randomness

/// How the rows of a dataset are split into training, validation and test.
///
/// Rows that the dataset marks as validation or test stay in that part. The shares apply to the
/// other rows, for parts that the dataset does not provide.
public struct SplitPlan: Hashable, Sendable {
    /// Share of the undivided rows that go to validation (0…1).
    public let validation: Double
    /// Share of the undivided rows that go to test (0…1).
    public let test: Double
    /// Determines the part of each row.
    public let seed: Seed
    /// Whether all rows are used for all three parts, as for puzzles like XOR and two spirals.
    public let sharesRows: Bool

    /// Sets the shares.
    public init(validation: Double, test: Double, seed: Seed, sharesRows: Bool = false) {
        self.validation = validation
        self.test = test
        self.seed = seed
        self.sharesRows = sharesRows
    }
}

extension SplitPlan: PlainForm {
    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: SplitPlan?) throws {
        seed = try walk.seed(value?.seed)
        sharesRows = try walk.field("shares_rows", value?.sharesRows)
        test = try walk.field("test", value?.test, in: FieldRange.shares)
        validation = try walk.field("validation", value?.validation, in: FieldRange.shares)
    }
}
