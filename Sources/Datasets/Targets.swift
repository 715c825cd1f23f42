/// The targets of the rows of a dataset.
public enum Targets: Hashable, Sendable {
    /// One class per row: indices into the names, which are sorted (numbers by value, words by
    /// code).
    case classes(labels: [Int32], names: [String])
    /// Some numbers a row, `[row × output]`: one in all datasets that are read today.
    case values([Float], width: Int = 1)
}

extension Targets {
    /// The number of rows.
    public var rowCount: Int {
        switch self {
        case .classes(let labels, _): labels.count
        case .values(let values, let width): values.count / width
        }
    }

    /// The numbers of a target that is one number a row.
    ///
    /// - Precondition: a row has no more; neither the canonical form nor scaling knows others yet.
    static func single(_ values: [Float], width: Int) -> [Float] {
        precondition(width == 1, "targets of \(width) numbers a row are not for datasets yet")
        return values
    }

    /// Whether these are classes or values.
    public var kind: TargetKind {
        switch self {
        case .classes: .classes
        case .values: .values
        }
    }
}
