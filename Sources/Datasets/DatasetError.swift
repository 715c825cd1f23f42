/// Why bytes are not a dataset, or a dataset cannot be split as asked.
public enum DatasetError: Error, Hashable, Sendable {
    /// The file holds nothing: check that it is the right one.
    case empty(source: String)
    /// The file holds a header and no rows.
    case noRows(source: String)
    /// The file has no column beside the target, so there is nothing to learn from.
    case noFeatures(source: String, target: String)
    /// The header has no column of a name that is asked for: choose one of those there are.
    case missingColumn(source: String, column: String, columns: [String])
    /// A column has no name: give it one.
    case unnamedColumn(FieldPlace)
    /// Two columns share a name: rename one.
    case duplicateColumn(FieldPlace, first: Int)
    /// The header is separated by something other than commas: convert the file.
    case foreignDelimiter(source: String, line: Int, found: String)
    /// A row has more or fewer fields than the header, from the first that lacks or is beyond it;
    /// none means that the line is blank.
    case wrongFieldCount(FieldPlace, found: Int, expected: Int)
    /// One field cannot be read: correct it or remove its row.
    case unreadableField(FieldPlace, found: String, problem: FieldProblem)
    /// Every row has the same target, so there is nothing to learn.
    case oneTarget(source: String, column: String, value: String)
    /// A series is too short to look back so far and have two rows in each part: lower the lags.
    case shortSeries(source: String, rowCount: Int, lags: Int)
    /// A binary file breaks off or contradicts its format at a byte.
    case malformedBinary(source: String, offset: Int, found: String, expected: String)
    /// There is not one label for each item: these files do not belong together.
    case labelCountMismatch(
        items: String,
        itemCount: Int,
        labels: String,
        labelCount: Int
    )
    /// The file of one part has other columns than the training file (nil: has no such column).
    case differentColumn(part: DatasetPart, number: Int, found: String?, expected: String?)
    /// The file of one part holds classes where the training file holds values, or vice versa.
    case differentTargetKind(part: DatasetPart, found: TargetKind, expected: TargetKind)
    /// The shares of a split are not in 0…1 or leave nothing for training.
    case impossibleShares(validation: Double, test: Double)
    /// A split leaves a part without rows: change the shares or add rows.
    case emptyPart(DatasetPart, rowCount: Int)
    /// All rows of a part have the same target: change the split or add rows.
    case constantTargets(part: DatasetPart, rowCount: Int, value: String)
    /// All training rows are the same, so there is nothing to learn from: choose other columns.
    case constantFeatures(featureCount: Int, rowCount: Int)
}
