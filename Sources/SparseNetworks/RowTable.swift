internal import CSparseKernels

/// What the rows of a table should be mapped to.
public enum RowTargets: Hashable, Sendable {
    /// One class a row.
    case classes([Int32])
    /// One number a row.
    case values([Float])
}

/// Rows that a network is trained or judged on.
public struct RowTable: Sendable {
    /// Shape `[feature × row]`.
    public let features: [Float]
    /// The same numbers, `[row × feature]`, if there are many.
    ///
    /// Rows are drawn in random order. Where the features of the table are too many for the caches,
    /// each number of a column is a cache line of its own, but a row's neighbours share one.
    let byRow: [Float]
    /// The number of rows.
    public let rowCount: Int
    /// The number of features.
    public let featureCount: Int
    /// One target a row.
    public let targets: RowTargets

    /// About a megabyte: half of a usual second-level cache.
    private static let cachedCount = 250_000

    /// Takes over rows.
    ///
    /// - Precondition: the shapes agree.
    public init(features: [Float], featureCount: Int, targets: RowTargets) {
        self.features = features
        self.featureCount = featureCount
        self.targets = targets
        rowCount =
            switch targets {
            case .classes(let labels): labels.count
            case .values(let values): values.count
            }
        precondition(
            features.count == featureCount * rowCount,
            "\(features.count) values are not \(featureCount) features × \(rowCount) rows"
        )
        byRow =
            features.count > Self.cachedCount
            ? Self.transposed(features, rows: featureCount, columns: rowCount) : []
    }

    private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
        unsafe [Float](unsafeUninitializedCapacity: matrix.count) { transposed, count in
            unsafe matrix.withUnsafeBufferPointer { matrix in
                guard let from = matrix.baseAddress, let to = transposed.baseAddress else { return }
                unsafe sparse_transpose(from, Int64(rows), Int64(columns), to)
                count = matrix.count
            }
        }
    }
}
