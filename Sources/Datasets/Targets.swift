/// What the rows of a dataset are to be mapped to.
public enum Targets: Hashable, Sendable {
    /// One class a row: indices into the names, which are sorted (numbers by value, words by code).
    case classes(labels: [Int32], names: [String])
    /// One number a row.
    case values([Float])
}

extension Targets {
    /// Whether these are classes or values.
    public var kind: TargetKind {
        switch self {
        case .classes: .classes
        case .values: .values
        }
    }
}
