/// What the rows of a table should be mapped to.
public enum RowTargets: Hashable, Sendable {
    /// One class a row.
    case classes([Int32])
    /// One number a row.
    case values([Float])
}
