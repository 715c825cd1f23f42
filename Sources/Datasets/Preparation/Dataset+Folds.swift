public import Randomness

extension Dataset {
    /// How often rows are divided at most, until both parts vary enough to learn and to judge.
    private static let drawings = 20

    /// Splits the rows for one training of many, each of which has rows of its own for validation.
    ///
    /// The test rows are the same for all trainings: those that the source sets aside, or those of
    /// `split` with the same share and seed. All other rows, also those that the source sets aside
    /// for validation, are divided anew for each training. Over many trainings each of them is for
    /// validation equally often, and in each the parts have their proportion of every class, to
    /// within about one row.
    ///
    /// Sources: Picard and Cook, "Cross-validation of regression models", 1984 (splits drawn anew);
    /// Kohavi, "A study of cross-validation and bootstrap", 1995 (each class in proportion).
    ///
    /// - Parameters:
    ///   - folds: one row in this many is for validation, rounded to whole rows; at least 2.
    ///   - test: share of the rows not set aside that go to test; ignored if the source provides
    ///     them.
    ///   - seed: determines the test rows, and with the next the part of each other row.
    ///   - training: the seed of the training.
    /// - Throws: `impossibleShares`, `emptyPart` if a part would have no rows, or an error if the
    ///   targets or the features of a part hardly vary.
    /// - Complexity: O(rows · log rows).
    public func split(
        folds: Int, test: Double, seed: Seed, training: Seed
    ) throws(DatasetError) -> RowSplit {
        precondition(folds >= 2, "a split into \(folds) folds")
        let whole = try drawnSplit(validation: 0, test: test, seed: seed)
        let free = (whole.training + whole.validation).sorted()
        var generator = seed.derived(for: .folds, index: training.rawValue).generator()
        var split = fold(of: free, folds, test: whole.test, &generator)
        for _ in 1..<Self.drawings where (try? check(split)) == nil {
            split = fold(of: free, folds, test: whole.test, &generator)
        }
        try check(split)
        return split
    }

    /// Divides rows into training and validation.
    private func fold(
        of rows: [Int], _ folds: Int, test: [Int], _ generator: inout PhiloxGenerator
    ) -> RowSplit {
        let deck = byClass(rows, &generator)
        let share = self.rows(1 / Double(folds), of: rows.count)
        // Picks at even distances always fall on the same places; from a drawn start on, a row of
        // a small class is picked as often as any other.
        let start = rows.isEmpty ? 0 : generator.integer(below: rows.count)
        let (validation, training) = spread(
            count: share, over: Array(deck[start...] + deck[..<start]))
        return RowSplit(
            training: training.sorted(), validation: validation.sorted(), test: test)
    }
}
