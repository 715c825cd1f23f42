/// The scaled features of some rows, in the layout that is read fastest.
public enum RowNumbers: Hashable, Sendable {
    /// Shape `[feature × row]`: few enough numbers to fit a processor's cache.
    case byFeature([Float])
    /// Shape `[row × feature]`: rows are read in random order, and the numbers of a row share cache
    /// lines.
    case byRow(SharedRows<Float>)
    /// Rows of bytes, which are scaled when they are read.
    case bytes(ByteRows)

    /// About a megabyte: half of a usual second-level cache.
    private static let cachedCount = 250_000

    /// Chooses the layout for scaled numbers, given feature by feature.
    ///
    /// - Parameter features: shape `[feature × row]`.
    public init(features: [Float], featureCount: Int) {
        guard features.count > Self.cachedCount else {
            self = .byFeature(features)
            return
        }
        self = .byRow(
            SharedRows(count: features.count) { numbers in
                transpose(features.span, rows: featureCount, into: &numbers)
            })
    }

    /// A copy of the numbers, shape `[feature × row]`.
    ///
    /// - Complexity: O(numbers), unless they are stored by feature.
    public func features(featureCount: Int) -> [Float] {
        switch self {
        case .byFeature(let features): return features
        case .byRow(let rows):
            guard rows.count > 0 else { return [] }
            let rowCount = rows.count / featureCount
            return rows.withSpan { rows in
                (0..<featureCount).flatMap { feature in
                    (0..<rowCount).map { rows[$0 * featureCount + feature] }
                }
            }
        case .bytes(let bytes):
            return (0..<featureCount).flatMap { feature in
                (0..<bytes.rowCount).map { bytes.number(row: $0, feature: feature) }
            }
        }
    }

    /// Number of numbers.
    public var count: Int {
        switch self {
        case .byFeature(let features): features.count
        case .byRow(let rows): rows.count
        case .bytes(let bytes): bytes.rowCount * bytes.featureCount
        }
    }
}
