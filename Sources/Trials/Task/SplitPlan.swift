public import PlainJSON
public import Randomness

/// How the rows of a dataset are split into training, validation and test.
///
/// Rows that the dataset marks as validation or test stay in that part. The shares apply to the
/// other rows, for parts that the dataset does not provide. With folds, all rows that are not for
/// test are divided anew for each seed of a training, also those marked as validation.
public struct SplitPlan: Hashable, Sendable {
    /// The folds that a plan may have.
    public static let foldRange = 2...20

    /// Share of the undivided rows that go to validation (0…1); unused with folds.
    public let validation: Double
    /// Share of the undivided rows that go to test (0…1).
    public let test: Double
    /// Determines the part of each row.
    public let seed: Seed
    /// Whether all rows are used for all three parts, as for puzzles like XOR and two spirals.
    public let sharesRows: Bool
    /// One row in this many of those outside test is for validation, others for each seed of a
    /// training; `nil` if all trainings have the same rows.
    public let folds: Int?

    /// Sets the shares.
    public init(validation: Double, test: Double, seed: Seed, sharesRows: Bool = false) {
        self.validation = validation
        self.test = test
        self.seed = seed
        self.sharesRows = sharesRows
        folds = nil
    }

    /// Gives each seed of a training a split of its own.
    ///
    /// - Precondition: the folds are in `foldRange`.
    public init(folds: Int, test: Double, seed: Seed) {
        precondition(Self.foldRange.contains(folds), "a split into \(folds) folds")
        self.folds = folds
        self.test = test
        self.seed = seed
        // A worker that does not know folds finds no rows for validation, and refuses the task.
        validation = 0
        sharesRows = false
    }
}

extension SplitPlan: PlainForm {
    /// Describes the fields; folds are left out if there are none, as before there were folds.
    public init(_ walk: inout FieldWalk, _ value: SplitPlan?) throws {
        folds = try walk.optionalField("folds", value?.folds, in: Self.foldRange)
        seed = try walk.seed(value?.seed)
        sharesRows = try walk.field("shares_rows", value?.sharesRows)
        test = try walk.field("test", value?.test, in: FieldRange.shares)
        validation = try walk.field("validation", value?.validation, in: FieldRange.shares)
    }
}
