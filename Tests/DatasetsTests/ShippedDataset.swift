import Testing

/// The expected content of a shipped file.
struct ShippedDataset: Sendable, CustomTestStringConvertible {
    let file: String
    let target: String
    let featureCount: Int
    let classes: [String]
    let rowsPerClass: [Int]

    var testDescription: String { file }

    static let all = [
        ShippedDataset(
            file: "iris.csv",
            target: "class",
            featureCount: 4,
            classes: ["setosa", "versicolor", "virginica"],
            rowsPerClass: [50, 50, 50]
        ),
        ShippedDataset(
            file: "wine.csv",
            target: "class",
            featureCount: 13,
            classes: ["class_0", "class_1", "class_2"],
            rowsPerClass: [59, 71, 48]
        ),
        ShippedDataset(
            file: "breast_cancer.csv",
            target: "diagnosis",
            featureCount: 30,
            classes: ["benign", "malignant"],
            rowsPerClass: [357, 212]
        ),
        ShippedDataset(
            file: "digits.csv",
            target: "digit",
            featureCount: 64,
            classes: (0...9).map { "\($0)" },
            rowsPerClass: [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
        ),
    ]
}
