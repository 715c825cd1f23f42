package import Randomness
package import SparseNetworks

/// The order of the training rows: a new shuffle in each epoch, divided into batches.
///
/// The batches of an epoch have nearly equal sizes, and none is larger than the schedule's batch
/// size. A last batch of a few rows would have the same weight as a full one, and its noise keeps
/// two spirals from being learnt at all (194 rows in batches of 64 would leave one batch of 2).
package struct BatchOrder {
    private let seed: Seed
    private var order: [Int32]
    private var batch = 0
    private var balance: ClassBalance?
    /// Number of batches in an epoch.
    package let batchesPerEpoch: Int
    /// Number of passes that have begun.
    package private(set) var epoch = 0

    /// - Parameter balance: chooses the rows of an epoch; without it, an epoch has each row once.
    /// - Precondition: there is at least one row.
    package init(rowCount: Int, batchSize: Int, seed: Seed, balance: ClassBalance? = nil) {
        precondition(rowCount > 0, "there are no training rows")
        self.seed = seed
        self.balance = balance
        order = (0..<rowCount).map(Int32.init)
        batchesPerEpoch = (rowCount + batchSize - 1) / batchSize
        batch = batchesPerEpoch
    }

    /// Returns the rows of the next batch.
    package mutating func nextBatch() -> RowSelection {
        if batch == batchesPerEpoch {
            balance?.fill(&order)
            // A single batch of all rows has the same gradient in any order.
            if batchesPerEpoch > 1 { shuffle() }
            epoch += 1
            batch = 0
        }
        let start = batch * order.count / batchesPerEpoch
        batch += 1
        return .ordered(order, start..<(batch * order.count / batchesPerEpoch))
    }

    /// Returns the rows of several batches together.
    package mutating func nextBatches(_ count: Int) -> RowSelection {
        guard count > 1 else { return nextBatch() }
        let rows = (0..<count).flatMap { _ in nextBatch().rows }
        return .ordered(rows, rows.indices)
    }

    /// Fisher–Yates shuffle with two draws from each 64 random bits, because it runs in every
    /// epoch.
    ///
    /// ⌊bits · bound / 2³²⌋ prefers some rows by less than 2⁻³² · rows, which has no effect on
    /// training.
    private mutating func shuffle() {
        var generator = seed.derived(for: .batchOrder, index: UInt64(epoch)).generator()
        var bits: UInt64 = 0
        var isHalfUsed = false
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            bits = isHalfUsed ? bits >> 32 : generator.next()
            isHalfUsed.toggle()
            let pick = Int(((bits & 0xffff_ffff) * UInt64(last + 1)) >> 32)
            let moved = order[last]
            order[last] = order[pick]
            order[pick] = moved
        }
    }
}
