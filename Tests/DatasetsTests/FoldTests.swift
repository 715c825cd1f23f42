import Datasets
import Randomness
import Testing

/// Splits of which each training has its own.
@Suite struct FoldTests {
    /// Rows of three classes, with 50, 30 and 20 rows.
    private static let rows = Dataset(
        featureNames: ["a"], features: (0..<100).map { Float($0) }, targets: targets)

    /// The same rows, with parts that the source sets aside.
    private static let divided = Dataset(
        featureNames: ["a"], features: (0..<100).map { Float($0) }, targets: targets,
        providedValidation: 40..<60, providedTest: 60..<80)

    private static let targets = Targets.classes(
        labels: (0..<100).map { $0 < 50 ? 0 : $0 < 80 ? 1 : 2 }, names: ["u", "v", "w"])

    private func split(
        _ rows: Dataset = Self.rows, folds: Int = 5, test: Double = 0.2, seed: UInt64 = 1,
        training: UInt64
    ) throws -> RowSplit {
        try rows.split(
            folds: folds, test: test, seed: Seed(rawValue: seed),
            training: Seed(rawValue: training))
    }

    @Test func `the rows of a training never change from release to release`() throws {
        let ten = Dataset(
            featureNames: ["a"], features: (0..<10).map { Float($0) },
            targets: .values((0..<10).map { Float($0) }))
        let split = try split(ten, folds: 4, test: 0.3, seed: 7, training: 3)
        #expect(
            split == RowSplit(training: [0, 3, 4, 5, 8], validation: [1, 9], test: [2, 6, 7]))
    }

    @Test func `a training's rows are determined by its seed, and other seeds have others`() throws
    {
        let splits = try (0..<20).map { try split(training: $0) }
        #expect(try (0..<20).map { try split(training: $0) } == splits)
        #expect(Set(splits.map(\.validation)).count == 20)
        #expect(
            try split(Self.divided, seed: 1, training: 1)
                != split(Self.divided, seed: 2, training: 1))
    }

    @Test func `test rows never move, and are those of a split without folds`() throws {
        let whole = try Self.rows.split(validation: 0.3, test: 0.2, seed: Seed(rawValue: 1))
        for training: UInt64 in 0..<20 {
            let split = try split(training: training)
            #expect(split.test == whole.test)
            #expect((split.training + split.validation + split.test).sorted() == Array(0..<100))
        }
    }

    @Test func `rows that the source sets aside for test stay, those for validation do not`() throws
    {
        for training: UInt64 in 0..<20 {
            let split = try split(Self.divided, test: 0.9, training: training)
            #expect(split.test == Array(60..<80))
            #expect(
                (split.training + split.validation).sorted() == Array(0..<60) + Array(80..<100))
            #expect(split.validation.count == 16)
            #expect(split.validation.contains { !(40..<60).contains($0) })
        }
    }

    @Test(arguments: [(2, 40), (3, 27), (5, 16), (7, 11), (20, 4)])
    func `one row in as many as there are folds is for validation`(folds: Int, count: Int) throws {
        for training: UInt64 in 0..<20 {
            let split = try split(folds: folds, training: training)
            #expect(split.validation.count == count)
            #expect(split.training.count == 80 - count)
            #expect(split.validation == split.validation.sorted())
            #expect(split.training == split.training.sorted())
        }
    }

    @Test(arguments: 0..<20)
    func `every class has its share of every training's validation rows`(training: UInt64) throws {
        let split = try split(training: training)
        let classes = [0..<50, 50..<80, 80..<100]
        for (rows, expected) in zip(classes, [8.0, 4.8, 3.2]) {
            let count = split.validation.count { rows.contains($0) }
            #expect(abs(Double(count) - expected) < 1.5)
        }
    }

    @Test func `every row judges equally often, also those of small classes`() throws {
        let labels = (0..<100).map { Int32($0 < 60 ? 0 : $0 < 97 ? 1 : 2) }
        let rows = Dataset(
            featureNames: ["a"], features: (0..<100).map { Float($0) },
            targets: .classes(labels: labels, names: ["u", "v", "w"]), providedTest: 50..<51)
        var judged = [Int](repeating: 0, count: 100)
        for training: UInt64 in 0..<2000 {
            for row in try split(rows, training: training).validation { judged[row] += 1 }
        }
        // 20 of 99 rows judge, so each does so 404 times in 2000, with a standard deviation of 18;
        // five deviations are 90.
        for row in 0..<100 where row != 50 { #expect((314...494).contains(judged[row]), "\(row)") }
        #expect(judged[50] == 0)
    }

    @Test func `a class with one row is always trained on if there are but two classes`() throws {
        let rows = Dataset(
            featureNames: ["a"], features: (0..<20).map { Float($0) },
            targets: .classes(labels: (0..<20).map { $0 == 3 ? 1 : 0 }, names: ["u", "v"]),
            providedTest: 15..<20)
        for training: UInt64 in 0..<200 {
            #expect(try split(rows, training: training).training.contains(3))
        }
    }

    @Test func `numbers that hardly vary are divided so that errors can be measured`() throws {
        let rows = Dataset(
            featureNames: ["a"], features: (0..<20).map { Float($0) },
            targets: .values((0..<20).map { $0 < 3 || $0 > 17 ? 1 : 0 }),
            providedTest: 15..<20)
        for training: UInt64 in 0..<200 {
            let validation = try split(rows, training: training).validation
            #expect(validation.count == 3)
            #expect(validation.contains { $0 < 3 } && validation.contains { $0 >= 3 })
        }
    }

    @Test func `too few rows for the folds are refused`() {
        #expect(throws: DatasetError.emptyPart(.validation, rowCount: 4)) {
            try split(.xor(), folds: 20, test: 0.25, training: 1)
        }
        #expect(throws: DatasetError.emptyPart(.test, rowCount: 100)) {
            try split(test: 0, training: 1)
        }
    }
}
