package import Datasets
package import Randomness
package import Trials

/// Chooses the rows of an epoch so that all classes are equally frequent.
///
/// A class uses its rows in turn and continues in the next epoch where it stopped, so rows of a
/// rare class are repeated, and every row of a frequent class is used.
package struct ClassBalance {
    /// The rows by class, in an order drawn once.
    private let members: [Int32]
    /// The start of the rows of each class in `members`, then the end of the last; no class is
    /// empty.
    private let starts: [Int]
    /// The position of the next row of each class, counted from its start.
    private var turns: [Int]

    /// Groups rows by class; `nil` if targets are numbers or balancing is off.
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

    /// Fills an order of rows, class by class; the shares of the classes differ by at most one row.
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
