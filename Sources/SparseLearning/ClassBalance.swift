package import Datasets
package import Randomness
package import Trials

/// Lays out the rows of an epoch so that all classes are equally frequent.
///
/// A class takes its rows in turn, and goes on in the next epoch where it stopped: those of a rare
/// class come again and again, and no row of a frequent one is forgotten.
package struct ClassBalance {
    /// The rows by class, in an order drawn once.
    private let members: [Int32]
    /// Where the rows of each class begin in `members`, and the end of the last; no class is empty.
    private let starts: [Int]
    /// The place of the next row of each class, counted from its start.
    private var turns: [Int]

    /// Sorts rows by their class; there is nothing to balance where targets are numbers.
    package init?(_ sampling: ClassSampling, _ targets: Targets, seed: Seed) {
        guard sampling == .balanced, case .classes(let labels, let names) = targets else {
            return nil
        }
        var generator = seed.derived(for: .classSampling).generator()
        var rows = Array(repeating: [Int32](), count: names.count)
        for (row, label) in labels.enumerated() { rows[Int(label)].append(Int32(row)) }
        var (starts, members) = ([0], [Int32]())
        for var row in rows where !row.isEmpty {
            generator.shuffle(&row)
            members += row
            starts.append(members.count)
        }
        self.starts = starts
        self.members = members
        turns = Array(repeating: 0, count: starts.count - 1)
    }

    /// Fills an order of rows, class by class; their shares differ by one row at most.
    ///
    /// - Complexity: O(rows); allocates nothing.
    package mutating func fill(_ order: inout [Int32]) {
        let classes = turns.count
        for number in 0..<classes {
            let size = starts[number + 1] - starts[number]
            for place in (number * order.count / classes)..<((number + 1) * order.count / classes) {
                order[place] = members[starts[number] + turns[number]]
                turns[number] = turns[number] + 1 == size ? 0 : turns[number] + 1
            }
        }
    }
}
