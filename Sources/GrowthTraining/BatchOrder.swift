internal import Randomness
internal import SparseNetworks

/// The order in which training rows are seen: a new shuffle each epoch, cut into batches.
struct BatchOrder {
    private let seed: Seed
    private let batchSize: Int
    private var order: [Int32]
    private var next = 0
    /// Passes that have begun.
    private(set) var epoch = 0

    /// - Precondition: there are rows.
    init(rowCount: Int, batchSize: Int, seed: Seed) {
        precondition(rowCount > 0, "there is nothing to train on")
        self.seed = seed
        self.batchSize = min(batchSize, rowCount)
        order = (0..<rowCount).map(Int32.init)
        next = rowCount
    }

    /// The batches of an epoch; the last may be smaller.
    var batchesPerEpoch: Int { (order.count + batchSize - 1) / batchSize }

    /// Takes the rows of the next batch.
    mutating func nextBatch() -> RowSelection {
        if next == order.count {
            var generator = seed.derived(for: .batchOrder, index: UInt64(epoch)).generator()
            generator.shuffle(&order)
            epoch += 1
            next = 0
        }
        let range = next..<min(next + batchSize, order.count)
        next = range.upperBound
        return .ordered(order, range)
    }
}
