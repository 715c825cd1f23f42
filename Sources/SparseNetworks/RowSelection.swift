/// The rows of a table that are in a block or a batch.
public enum RowSelection {
    /// Consecutive rows.
    case consecutive(Range<Int>)
    /// A range of a list of rows.
    case ordered([Int32], Range<Int>)

    /// Number of selected rows.
    public var count: Int {
        switch self {
        case .consecutive(let range), .ordered(_, let range): range.count
        }
    }

    /// A part of the selection; `offset` is counted from its start.
    func part(_ offset: Int, _ length: Int) -> RowSelection {
        switch self {
        case .consecutive(let range):
            .consecutive((range.lowerBound + offset)..<(range.lowerBound + offset + length))
        case .ordered(let order, let range):
            .ordered(order, (range.lowerBound + offset)..<(range.lowerBound + offset + length))
        }
    }
}

extension RowSelection {
    /// The rows, in their order.
    public var rows: [Int32] {
        switch self {
        case .consecutive(let range): range.map(Int32.init)
        case .ordered(let order, let range): Array(order[range])
        }
    }
}
