public import Randomness

/// The rows of each part of a dataset.
public struct RowSplit: Hashable, Sendable {
    /// The rows to which the weights are fitted, ascending.
    public let training: [Int]
    /// The rows that decide when to grow and when to stop, ascending.
    public let validation: [Int]
    /// The rows that are used for no decision, ascending.
    public let test: [Int]

    /// Names the rows of each part.
    public init(training: [Int], validation: [Int], test: [Int]) {
        self.training = training
        self.validation = validation
        self.test = test
    }
}

extension Dataset {
    /// Splits the rows; the same seed always gives the same split.
    ///
    /// Rows that the source sets aside stay in their part. Of the other rows, each part that the
    /// source does not provide gets its share, rounded to whole rows. They are drawn at random so
    /// that the part has its proportion of every class, to within about one row. The remaining rows
    /// are for training.
    ///
    /// - Parameters:
    ///   - validation: share of the rows not set aside (0…1); ignored if the source provides it.
    ///   - test: the same for test.
    ///   - seed: determines the part of each row.
    ///   - sharesRows: whether all rows are used for all three parts.
    /// - Throws: `impossibleShares`, `emptyPart` if a part would have no rows, or an error if the
    ///   targets or the features of a part do not vary.
    /// - Complexity: O(rows · log rows).
    public func split(
        validation: Double,
        test: Double,
        seed: Seed,
        sharesRows: Bool = false
    ) throws(DatasetError) -> RowSplit {
        let split =
            sharesRows
            ? sharedSplit
            : try drawnSplit(validation: validation, test: test, seed: seed)
        try check(split)
        return split
    }

    /// Checks that no part is empty, and that rows vary enough to learn and to judge.
    func check(_ split: RowSplit) throws(DatasetError) {
        for (part, rows) in [
            (DatasetPart.training, split.training), (.validation, split.validation),
            (.test, split.test),
        ] where rows.isEmpty {
            throw .emptyPart(part, rowCount: rowCount)
        }
        try checkVariation(in: split)
    }

    private var sharedSplit: RowSplit {
        let rows = Array(0..<rowCount)
        return RowSplit(training: rows, validation: rows, test: rows)
    }

    /// Draws the rows of each part that the source does not provide.
    func drawnSplit(
        validation: Double,
        test: Double,
        seed: Seed
    ) throws(DatasetError) -> RowSplit {
        let validationShare = providedValidation.isEmpty ? validation : 0
        let testShare = providedTest.isEmpty ? test : 0
        guard validationShare >= 0, testShare >= 0, validationShare + testShare < 1 else {
            throw .impossibleShares(validation: validation, test: test)
        }
        let free = (0..<rowCount).filter {
            !providedValidation.contains($0) && !providedTest.contains($0)
        }
        var generator = seed.derived(for: .split).generator()
        let deck = byClass(free, &generator)
        let (drawnTest, others) = spread(count: rows(testShare, of: free.count), over: deck)
        let (drawnValidation, training) = spread(
            count: rows(validationShare, of: free.count),
            over: others
        )
        return RowSplit(
            training: training.sorted(),
            validation: Array(providedValidation) + drawnValidation.sorted(),
            test: Array(providedTest) + drawnTest.sorted()
        )
    }

    /// The rows in random order, grouped by class.
    func byClass(_ rows: [Int], _ generator: inout PhiloxGenerator) -> [Int] {
        var shuffled = rows
        generator.shuffle(&shuffled)
        guard case .classes(let labels, let names) = targets else { return shuffled }
        var classes = [[Int]](repeating: [], count: names.count)
        for row in shuffled { classes[Int(labels[row])].append(row) }
        return classes.flatMap { $0 }
    }

    /// A share of a number of rows, rounded.
    func rows(_ share: Double, of count: Int) -> Int {
        Int((share * Double(count)).rounded())
    }

    /// Picks rows at even distances; returns the picked rows and the others.
    func spread(count: Int, over deck: [Int]) -> (picked: [Int], others: [Int]) {
        var picked: [Int] = []
        var others: [Int] = []
        for (place, row) in deck.enumerated() {
            let isPicked = (place + 1) * count / deck.count > place * count / deck.count
            if isPicked { picked.append(row) } else { others.append(row) }
        }
        return (picked, others)
    }
}
