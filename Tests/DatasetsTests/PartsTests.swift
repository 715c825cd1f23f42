import Datasets
import Testing

@Suite struct PartsTests {
    @Test func `files of three parts become one dataset that keeps the parts`() throws {
        let joined = try Dataset(
            training: dataset("a,b,y\n1,2,9\n3,4,11\n"),
            validation: dataset("a,b,y\n5,6,11\n7,8,10\n"),
            test: dataset("a,b,y\n9,0,10\n1,1,9\n")
        )
        #expect(
            joined
                == Dataset(
                    featureNames: ["a", "b"],
                    features: [1, 3, 5, 7, 9, 1, 2, 4, 6, 8, 0, 1],
                    targets: .classes(labels: [0, 2, 2, 1, 1, 0], names: ["9", "10", "11"]),
                    providedValidation: 2..<4,
                    providedTest: 4..<6
                )
        )
    }

    @Test func `values are joined and parts may be missing`() throws {
        let joined = try Dataset(
            training: dataset("a,y\n1,2\n3,4\n", kind: .values),
            test: dataset("a,y\n5,6\n7,8\n", kind: .values)
        )
        #expect(joined.targets == .values([2, 4, 6, 8]))
        #expect(joined.providedValidation.isEmpty)
        #expect(joined.providedTest == 2..<4)
    }

    @Test func `other columns are refused by name`() throws {
        let training = try dataset("a,b,y\n1,2,0\n3,4,1\n")
        let other = try dataset("a,c,y\n1,2,0\n3,4,1\n")
        #expect(
            throws: DatasetError.differentColumn(
                part: .test,
                number: 2,
                found: "c",
                expected: "b"
            )
        ) { try Dataset(training: training, test: other) }
        let narrow = try dataset("a,y\n1,0\n3,1\n")
        #expect(
            throws: DatasetError.differentColumn(
                part: .validation,
                number: 2,
                found: nil,
                expected: "b"
            )
        ) { try Dataset(training: training, validation: narrow) }
        #expect(
            throws: DatasetError.differentColumn(
                part: .validation,
                number: 2,
                found: "b",
                expected: nil
            )
        ) { try Dataset(training: narrow, validation: training) }
    }

    @Test func `classes and values do not mix`() throws {
        let classes = try dataset("a,y\n1,0\n3,1\n")
        let values = try dataset("a,y\n1,0\n3,1\n", kind: .values)
        let error = DatasetError.differentTargetKind(
            part: .test,
            found: .values,
            expected: .classes
        )
        #expect(throws: error) { try Dataset(training: classes, test: values) }
        #expect(error.description.hasPrefix("the test rows have values as targets"))
    }
}
