package import Trials

/// A training of one cell of the grid with one seed of the table; it keeps only what a search sees.
package struct RecordedTraining: Hashable, Sendable {
    /// The cell of the grid.
    package let cell: Int
    /// The number of the seed, from 1.
    package let seed: Int
    /// The measured report; its curve holds only the checks that `condensed` keeps.
    package let report: TrainingReport

    /// Keeps the part of a report that a search sees.
    package init(cell: Int, seed: Int, report: TrainingReport) {
        self.cell = cell
        self.seed = seed
        self.report = report.withCurve(report.curve.condensed)
    }

    /// Takes a training whose curve is already condensed.
    init(cell: Int, seed: Int, condensed report: TrainingReport) {
        self.cell = cell
        self.seed = seed
        self.report = report
    }
}

extension [GrowthPoint] {
    /// The checks that suffice to compute the effect of every cap and, if the training only grows,
    /// the cost of every easier target.
    ///
    /// While growing it keeps: the checks before and after each change of the connections, each new
    /// best score, both checks of each pair in a row that confirms a higher score, and the lowest
    /// check between two kept ones. So if two neighbouring kept checks are both at a target, every
    /// check between them is too, or the target was confirmed before. Of thinning it keeps the last
    /// two checks and the best check of each stage's tuning.
    ///
    /// The rule is written for accuracy, where higher is better. It is also correct for an error,
    /// but then keeps more checks than needed.
    var condensed: [GrowthPoint] {
        var kept = Set<Int>()
        var start = 0
        while start < count {
            let end = self[start...].firstIndex { $0.phase != self[start].phase } ?? count
            if self[start].phase == .grow {
                kept.formUnion(happenings(ofGrowth: start..<end))
            } else if self[start].phase == .tune {
                kept.formUnion([end - 1, Swift.max(start, end - 2), best(of: start..<end)])
            } else {
                kept.insert(end - 1)
            }
            start = end
        }
        return kept.sorted().map { self[$0] }
    }

    private func best(of range: Range<Int>) -> Int {
        range.max { self[$0].validation < self[$1].validation } ?? range.lowerBound
    }

    private func happenings(ofGrowth range: Range<Int>) -> Set<Int> {
        var kept: Set = [range.lowerBound, range.upperBound - 1]
        var best = self[range.lowerBound].validation
        var confirmed = -Double.infinity
        for index in range.dropFirst() {
            let (last, next) = (self[index - 1], self[index])
            if next.connections != last.connections { kept.formUnion([index - 1, index]) }
            if next.validation > best {
                best = next.validation
                kept.insert(index)
            }
            let level = Swift.min(last.validation, next.validation)
            if level > confirmed {
                confirmed = level
                kept.formUnion([index - 1, index])
            }
        }
        return kept.union(dips(between: kept.sorted()))
    }

    private func dips(between kept: [Int]) -> [Int] {
        zip(kept, kept.dropFirst()).compactMap { left, right in
            let floor = Swift.min(self[left].validation, self[right].validation)
            let lowest = (left + 1..<right).min { self[$0].validation < self[$1].validation }
            return lowest.flatMap { self[$0].validation < floor ? $0 : nil }
        }
    }
}
