internal import RowStorage

extension ByteRows {
    /// Selects rows of a table and scales them with the scales of the training rows.
    init(table: SharedRows<UInt8>, selection: [Int32], scaledBy scales: Standardisation) {
        self.init(
            table: table, selection: selection,
            scales: scales.features.map { $0.deviation == 0 ? 0 : Float(1 / $0.deviation) },
            offsets: scales.features.map {
                $0.deviation == 0 ? 0 : Float(-$0.mean / $0.deviation)
            },
            clip: Float(Standardisation.clip))
    }
}
