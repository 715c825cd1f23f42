public import RowStorage

/// The features of a dataset as they were read, in the smallest form.
public enum FeatureNumbers: Hashable, Sendable {
    /// Shape `[row × feature]`; every number is a whole number in 0…255, for example a pixel.
    case bytes(SharedRows<UInt8>)
    /// Shape `[feature × row]`, finite.
    case floats(SharedRows<Float>)

    /// Chooses the one form that these features must have.
    ///
    /// - Parameter rows: shape `[row × feature]`, finite.
    init(rows: [Float], featureCount: Int) {
        var features = [Float](repeating: 0, count: rows.count)
        var span = features.mutableSpan
        let rowCount = featureCount > 0 ? rows.count / featureCount : 0
        transpose(rows.span, rows: rowCount, into: &span)
        self.init(features: features, featureCount: featureCount)
    }

    /// Chooses the form for these features.
    ///
    /// - Parameter features: shape `[feature × row]`, finite.
    init(features: [Float], featureCount: Int) {
        guard features.allSatisfy(Self.isByte) else {
            self = .floats(SharedRows(features))
            return
        }
        let bytes = features.map { UInt8($0) }
        self = .bytes(Self.transposed(bytes.span, rows: featureCount))
    }

    private static func isByte(_ number: Float) -> Bool {
        // Minus zero equals zero but has other bits, which a byte would lose.
        number >= 0 && number <= 255 && Float(UInt8(number)) == number && number.sign == .plus
    }

    /// The table of bytes; `nil` if the features are floats.
    var bytes: SharedRows<UInt8>? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }

    /// Number of values.
    var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .floats(let floats): floats.count
        }
    }

    /// A copy of all numbers, shape `[feature × row]`.
    func features(featureCount: Int) -> [Float] {
        switch self {
        case .bytes(let bytes):
            guard bytes.count > 0 else { return [] }
            let columns = bytes.withSpan {
                Self.transposed($0, rows: bytes.count / featureCount)
            }
            return columns.withSpan { columns in columns.indices.map { Float(columns[$0]) } }
        case .floats(let floats):
            return floats.withSpan { floats in floats.indices.map { floats[$0] } }
        }
    }

    /// A table of bytes with rows for columns.
    ///
    /// - Complexity: O(count).
    static func transposed(_ table: Span<UInt8>, rows: Int) -> SharedRows<UInt8> {
        SharedRows(count: table.count) { transpose(table, rows: rows, into: &$0) }
    }
}
