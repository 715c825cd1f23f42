import Randomness

/// Maps each seed of a study to a recorded seed.
///
/// A study's seeds take the recorded seeds in the order in which they first appear, so schedules
/// that share a seed share a recorded one. If a cell has already used that recorded seed for
/// another seed of the study, it takes the next one that it has used least often.
struct SeedAssignment: Sendable {
    /// The recorded seeds, 1…count, in the order of this repeat.
    private let order: [Int]
    /// The rank at which each of the study's seeds first appeared.
    private var ranks: [Seed: Int] = [:]
    /// The recorded seeds that each cell has used, by the study's seed.
    private var given: [Int: [Seed: Int]] = [:]

    /// Shuffles the recorded seeds.
    init(count: Int, repeat number: Int) {
        var generator = Seed(rawValue: UInt64(number))
            .derived(for: .recording).generator()
        var order = Array(1...count)
        generator.shuffle(&order)
        self.order = order
    }

    /// The recorded seed of a training of a cell.
    mutating func recorded(_ seed: Seed, of cell: Int) -> Int {
        if let known = given[cell]?[seed] { return known }
        let rank = ranks[seed] ?? ranks.count
        ranks[seed] = rank
        let taken = given[cell, default: [:]]
        let preferences = order.indices.map { order[(rank + $0) % order.count] }
        let times = { (recorded: Int) in taken.count { $0.value == recorded } }
        let fewest = order.map(times).min() ?? 0
        let choice = preferences.first { times($0) == fewest } ?? order[0]
        given[cell, default: [:]][seed] = choice
        return choice
    }
}
