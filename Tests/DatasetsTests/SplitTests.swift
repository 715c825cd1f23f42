import Datasets
import Randomness
import Testing

@Suite struct SplitTests {
    /// Rows of three classes, with 50, 30 and 20 rows.
    private let rows = Dataset(
        featureNames: ["a"],
        features: (0..<100).map { Float($0) },
        targets: .classes(
            labels: (0..<100).map { $0 < 50 ? 0 : $0 < 80 ? 1 : 2 },
            names: ["u", "v", "w"]
        )
    )

    @Test(arguments: 0..<20)
    func `the parts are disjoint, complete, sorted and of the requested size`(seed: UInt64) throws {
        let split = try rows.split(validation: 0.2, test: 0.3, seed: Seed(rawValue: seed))
        #expect([split.training.count, split.validation.count, split.test.count] == [50, 20, 30])
        #expect((split.training + split.validation + split.test).sorted() == Array(0..<100))
        for part in [split.training, split.validation, split.test] {
            #expect(part == part.sorted())
        }
    }

    @Test(arguments: 0..<20)
    func `every class has its share of every part`(seed: UInt64) throws {
        let split = try rows.split(validation: 0.2, test: 0.3, seed: Seed(rawValue: seed))
        for (part, expected) in [
            (split.training, [25, 15, 10]), (split.validation, [10, 6, 4]),
            (split.test, [15, 9, 6]),
        ] {
            let counts = [0..<50, 50..<80, 80..<100].map { rows in
                part.count { rows.contains($0) }
            }
            #expect(zip(counts, expected).allSatisfy { abs($0 - $1) <= 1 }, "\(counts)")
        }
    }

    @Test func `a split is determined by its seed`() throws {
        let first = try rows.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        let again = try rows.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        let other = try rows.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 2))
        #expect(first == again)
        #expect(first != other)
    }

    @Test func `the rows of a split never change from release to release`() throws {
        let ten = Dataset(
            featureNames: ["a"],
            features: (0..<10).map { Float($0) },
            targets: .values((0..<10).map { Float($0) })
        )
        let split = try ten.split(validation: 0.2, test: 0.3, seed: Seed(rawValue: 7))
        #expect(
            split == RowSplit(training: [1, 3, 4, 8, 9], validation: [0, 5], test: [2, 6, 7])
        )
    }

    @Test func `rows are drawn evenly over many seeds`() throws {
        var drawn = [Int](repeating: 0, count: 100)
        for seed in 0..<1000 {
            let split = try rows.split(
                validation: 0.2,
                test: 0.2,
                seed: Seed(rawValue: UInt64(seed))
            )
            for row in split.test { drawn[row] += 1 }
        }
        // Each row is drawn about 200 times in 1000, with a standard deviation of 12.6; five
        // deviations are 63.
        #expect(drawn.allSatisfy { (137...263).contains($0) }, "\(drawn)")
    }

    @Test func `rows that the source assigns to a part stay; shares are of the rest`() throws {
        let provided = Dataset(
            featureNames: ["a"],
            features: (0..<100).map { Float($0) },
            targets: rows.targets,
            providedTest: 60..<100
        )
        let split = try provided.split(validation: 0.25, test: 0.9, seed: Seed(rawValue: 1))
        #expect(split.test == Array(60..<100))
        #expect(split.validation.count == 15)
        #expect((split.training + split.validation).sorted() == Array(0..<60))
    }

    @Test func `rows may be shared by all parts`() throws {
        let split = try Dataset.xor().split(
            validation: 0,
            test: 0,
            seed: Seed(rawValue: 1),
            sharesRows: true
        )
        #expect(
            split
                == RowSplit(training: [0, 1, 2, 3], validation: [0, 1, 2, 3], test: [0, 1, 2, 3])
        )
    }

    @Test func `a part without rows is refused`() {
        #expect(throws: DatasetError.emptyPart(.validation, rowCount: 100)) {
            try rows.split(validation: 0, test: 0.2, seed: Seed(rawValue: 1))
        }
        #expect(throws: DatasetError.emptyPart(.test, rowCount: 100)) {
            try rows.split(validation: 0.2, test: 0.004, seed: Seed(rawValue: 1))
        }
        #expect(throws: DatasetError.emptyPart(.training, rowCount: 4)) {
            try Dataset.xor().split(validation: 0.5, test: 0.49, seed: Seed(rawValue: 1))
        }
    }

    @Test(arguments: [(-0.1, 0.2), (0.5, 0.5), (0.2, .nan), (.infinity, 0.1)])
    func `impossible shares are refused`(validation: Double, test: Double) {
        #expect(throws: DatasetError.self) {
            try rows.split(validation: validation, test: test, seed: Seed(rawValue: 1))
        }
    }

    @Test func `training rows of one class are refused, and so are equal rows`()
        throws
    {
        let training = Dataset(
            featureNames: ["a", "b"], features: [1, 1, 5, 5],
            targets: .classes(labels: [0, 1], names: ["u", "v"]))
        #expect(throws: DatasetError.constantFeatures(featureCount: 2, rowCount: 2)) {
            try training.split(
                validation: 0, test: 0, seed: Seed(rawValue: 1), sharesRows: true)
        }
        let lopsided = Dataset(
            featureNames: ["a"], features: [0.5, 1, 2, 3],
            targets: .classes(labels: [0, 0, 1, 1], names: ["u", "v"]),
            providedValidation: 2..<3, providedTest: 3..<4)
        #expect(
            throws: DatasetError.constantTargets(part: .training, rowCount: 2, value: "u")
        ) {
            try lopsided.split(validation: 0, test: 0, seed: Seed(rawValue: 1))
        }
    }

    @Test func `features of both forms may differ in any row`() throws {
        for last: Float in [0.5, 9] {
            let rows = Dataset(
                featureNames: ["a", "b"], features: [1, 1, 1, 5, 5, last],
                targets: .classes(labels: [0, 1, 1], names: ["u", "v"]))
            let split = try rows.split(
                validation: 0, test: 0, seed: Seed(rawValue: 1), sharesRows: true)
            #expect(split.training == [0, 1, 2])
        }
    }
}
