package import Randomness
package import SparseNetworks

/// The order in which training rows are seen: a new shuffle each epoch, cut into batches.
///
/// The batches of an epoch are as equal as can be and none is larger than the schedule wants: a
/// last batch of a few rows would weigh as much as a full one, and its noise keeps two spirals from
/// being learnt at all (194 rows in batches of 64 would leave one of 2).
package struct BatchOrder {
    private let seed: Seed
    private var order: [Int32]
    private var batch = 0
    private var balance: ClassBalance?
    /// The batches of an epoch.
    package let batchesPerEpoch: Int
    /// Passes that have begun.
    package private(set) var epoch = 0

    /// - Parameter balance: says which rows an epoch has; without it, it has each row once.
    /// - Precondition: there are rows.
    package init(rowCount: Int, batchSize: Int, seed: Seed, balance: ClassBalance? = nil) {
        precondition(rowCount > 0, "there is nothing to train on")
        self.seed = seed
        self.balance = balance
        order = (0..<rowCount).map(Int32.init)
        batchesPerEpoch = (rowCount + batchSize - 1) / batchSize
        batch = batchesPerEpoch
    }

    /// Takes the rows of the next batch.
    package mutating func nextBatch() -> RowSelection {
        if batch == batchesPerEpoch {
            balance?.fill(&order)
            // The gradient of one batch of all rows does not depend on their order.
            if batchesPerEpoch > 1 { shuffle() }
            epoch += 1
            batch = 0
        }
        let start = batch * order.count / batchesPerEpoch
        batch += 1
        return .ordered(order, start..<(batch * order.count / batchesPerEpoch))
    }

    /// Takes the rows of some batches together.
    package mutating func nextBatches(_ count: Int) -> RowSelection {
        guard count > 1 else { return nextBatch() }
        let rows = (0..<count).flatMap { _ in nextBatch().rows }
        return .ordered(rows, rows.indices)
    }

    /// Fisher and Yates, with two draws from each 64 random bits, because this runs every epoch.
    ///
    /// ⌊bits · bound / 2³²⌋ prefers some rows by less than 2⁻³² · rows, which no training can tell.
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
