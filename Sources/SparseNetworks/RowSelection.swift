/// Which rows of a table a block or a batch has.
public enum RowSelection {
    /// Consecutive rows.
    case consecutive(Range<Int>)
    /// A range of an order of rows.
    case ordered([Int32], Range<Int>)

    /// How many rows are selected.
    public var count: Int {
        switch self {
        case .consecutive(let range), .ordered(_, let range): range.count
        }
    }

    /// A part, counted from the start of the selection.
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
