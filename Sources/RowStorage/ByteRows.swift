/// A selection of rows of a table of bytes, and how its features are scaled.
///
/// A scaled number is `clip(Float(byte) · scale + offset)`, where the product and the sum are each
/// rounded.
public struct ByteRows: Hashable, Sendable {
    /// The whole table, shape `[row × feature]`; the parts of a split share it.
    public let table: SharedRows<UInt8>
    /// The selected rows of the table, in order.
    public let selection: [Int32]
    /// One factor per feature.
    public let scales: [Float]
    /// One offset per feature.
    public let offsets: [Float]
    /// Scaled numbers are limited to ± this value.
    public let clip: Float

    /// Selects rows of a table.
    ///
    /// - Precondition: the table has whole rows, and every selected row is one of them.
    public init(
        table: SharedRows<UInt8>, selection: [Int32], scales: [Float], offsets: [Float],
        clip: Float
    ) {
        precondition(
            scales.count == offsets.count && !scales.isEmpty,
            "\(scales.count) scales and \(offsets.count) offsets")
        let rowCount = table.count / scales.count
        precondition(
            table.count == rowCount * scales.count,
            "\(table.count) bytes are not rows of \(scales.count) features")
        precondition(
            selection.allSatisfy { $0 >= 0 && $0 < rowCount },
            "a row is not one of the \(rowCount) rows of the table")
        self.table = table
        self.selection = selection
        self.scales = scales
        self.offsets = offsets
        self.clip = clip
    }

    /// Number of features.
    public var featureCount: Int { scales.count }

    /// Number of selected rows.
    public var rowCount: Int { selection.count }

    /// A scaled number.
    public func number(row: Int, feature: Int) -> Float {
        let byte = table.withSpan { $0[Int(selection[row]) * featureCount + feature] }
        let product = Float(byte) * scales[feature]
        return max(-clip, min(clip, product + offsets[feature]))
    }
}
