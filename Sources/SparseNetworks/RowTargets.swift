/// The targets of the rows of a table.
public enum RowTargets: Hashable, Sendable {
    /// One class per row.
    case classes([Int32])
    /// Some numbers a row, `[row × output]`; most often one.
    case values([Float], width: Int = 1)
}

extension RowTargets {
    /// The number of rows.
    public var rowCount: Int {
        switch self {
        case .classes(let labels): labels.count
        case .values(let values, let width): values.count / width
        }
    }
}
