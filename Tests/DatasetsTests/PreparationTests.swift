import Datasets
import Testing

@Suite struct PreparationTests {
    /// Training rows 0…3 have mean 5 and deviation √5 in one feature, mean 2 and deviation 1 in the
    /// other.
    private let rows = Dataset(
        featureNames: ["a", "still", "b"],
        features: [2, 4, 6, 8, 5, 105, 7, 7, 7, 7, 7, 9, 1, 3, 1, 3, 2.5, -99],
        targets: .values([10, 20, 10, 20, 115, 15])
    )
    private let split = RowSplit(training: [0, 1, 2, 3], validation: [4], test: [5])

    @Test func `features are scaled by the training rows and clipped`() {
        let prepared = rows.prepared(split: split)
        let near = Float(1 / 5.0.squareRoot())
        let far = Float(3 / 5.0.squareRoot())
        let expected: [Float] = [-far, -near, near, far, 0, 0, 0, 0, -1, 1, -1, 1]
        #expect(prepared.training.features == expected)
        #expect(prepared.validation.features == [0, 0, 0.5])
        #expect(prepared.test.features == [5, 0, -5])
        #expect(prepared.test.featureCount == 3)
    }

    @Test func `the range divides all features by the largest magnitude in the training rows`() {
        let prepared = rows.prepared(split: split, scaling: .range)
        let expected: [Float] = [
            -0.375, -0.125, 0.125, 0.375, 0, 0, 0, 0, -0.125, 0.125, -0.125, 0.125,
        ]
        #expect(prepared.training.features == expected)
        #expect(prepared.validation.features == [0, 0, 0.0625])
        #expect(prepared.test.features == [5, 0, -5])
        #expect(prepared.training.targets == rows.prepared(split: split).training.targets)
    }

    @Test func `values are scaled by the training rows and not clipped`() {
        let prepared = rows.prepared(split: split)
        #expect(prepared.training.targets == .values([-1, 1, -1, 1]))
        #expect(prepared.validation.targets == .values([20]))
        #expect(prepared.test.targets == .values([0]))
    }

    @Test func `scales and constant features are named`() {
        let scales = rows.standardisation(split: split)
        #expect(scales.features[0] == Scale(mean: 5, deviation: 5.0.squareRoot()))
        #expect(scales.features[1] == Scale(mean: 7, deviation: 0))
        #expect(scales.target == Scale(mean: 15, deviation: 5))
        #expect(rows.constantFeatureNames(split: split) == ["still"])
    }

    @Test func `a constant whose sum is rounded is still constant`() {
        let tenths = Dataset(
            featureNames: ["a"],
            features: [0.1, 0.1, 0.1, 0.7],
            targets: .classes(labels: [0, 1, 0, 1], names: ["u", "v"])
        )
        let prepared = tenths.prepared(
            split: RowSplit(training: [0, 1, 2], validation: [3], test: [3])
        )
        #expect(prepared.training.features == [0, 0, 0])
        #expect(prepared.validation.features == [0])
    }

    @Test func `classes keep their labels and all names`() {
        let prepared = Dataset.xor().prepared(
            split: RowSplit(training: [0, 3], validation: [1], test: [2])
        )
        #expect(prepared.training.targets == .classes(labels: [0, 0], names: ["0", "1"]))
        #expect(prepared.validation.targets == .classes(labels: [1], names: ["0", "1"]))
        #expect(prepared.training.features == [-1, 1, -1, 1])
    }
}
