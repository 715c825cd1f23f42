/// Why bytes are not a dataset, or why a dataset cannot be split in the given way.
public enum DatasetError: Error, Hashable, Sendable {
    /// The file is empty: check that it is the right one.
    case empty(source: String)
    /// The file has a header but no rows.
    case noRows(source: String)
    /// The file has no column except the target, so there are no features.
    case noFeatures(source: String, target: String)
    /// The header has no column with the given name: choose one of those in the list.
    case missingColumn(source: String, column: String, columns: [String])
    /// A column has no name: give it one.
    case unnamedColumn(FieldPlace)
    /// Two columns share a name: rename one.
    case duplicateColumn(FieldPlace, first: Int)
    /// The header is separated by another delimiter than commas: convert the file.
    case foreignDelimiter(source: String, line: Int, found: String)
    /// A row has more or fewer fields than the header; the place is that of the first missing or
    /// surplus field, and `found` is 0 for a blank line.
    case wrongFieldCount(FieldPlace, found: Int, expected: Int)
    /// A field cannot be read: correct it or remove its row.
    case unreadableField(FieldPlace, found: String, problem: FieldProblem)
    /// Every row has the same target, so there is nothing to learn.
    case oneTarget(source: String, column: String, value: String)
    /// A series is too short for its lags and two rows in each part: use smaller lags.
    case shortSeries(source: String, rowCount: Int, lags: Int)
    /// A binary file ends too early or contradicts its format at a byte.
    case malformedBinary(source: String, offset: Int, found: String, expected: String)
    /// The number of labels differs from the number of items: these files do not belong together.
    case labelCountMismatch(
        items: String,
        itemCount: Int,
        labels: String,
        labelCount: Int
    )
    /// The file of one part has other columns than the training file (`nil` means no such column).
    case differentColumn(part: DatasetPart, number: Int, found: String?, expected: String?)
    /// The file of one part has classes and the training file has values, or the reverse.
    case differentTargetKind(part: DatasetPart, found: TargetKind, expected: TargetKind)
    /// The shares of a split are not in 0…1, or leave no rows for training.
    case impossibleShares(validation: Double, test: Double)
    /// A split leaves a part without rows: change the shares or add rows.
    case emptyPart(DatasetPart, rowCount: Int)
    /// All rows of a part have the same target: change the split or add rows.
    case constantTargets(part: DatasetPart, rowCount: Int, value: String)
    /// All training rows are the same, so there is nothing to learn from: choose other columns.
    case constantFeatures(featureCount: Int, rowCount: Int)
}
