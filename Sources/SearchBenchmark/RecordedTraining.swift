package import Trials

/// A training of a cell of the grid with one of the table's seeds, as far as a search can see it.
package struct RecordedTraining: Hashable, Sendable {
    /// The cell of the grid.
    package let cell: Int
    /// The number of the seed, from 1.
    package let seed: Int
    /// What was measured; its curve holds only the checks at which something happened.
    package let report: TrainingReport

    /// Keeps what a search can see of a report.
    package init(cell: Int, seed: Int, report: TrainingReport) {
        self.cell = cell
        self.seed = seed
        self.report = report.withCurve(report.curve.condensed)
    }

    /// Takes a training as it was written down.
    init(cell: Int, seed: Int, condensed report: TrainingReport) {
        self.cell = cell
        self.seed = seed
        self.report = report
    }
}

extension [GrowthPoint] {
    /// The checks at which something happened, from which follows what every cap would have
    /// stopped, and, where only growth is recorded, what every easier target would have cost.
    ///
    /// Of growth: the checks before and after each change of the connections, each new best score,
    /// each rise of the score that two checks in a row confirm, with both of them, and the lowest
    /// check between two that are kept. So two neighbours that are both at a target are so in the
    /// whole curve, too, or their target was confirmed before. Of thinning: of each stage, which
    /// ends where its tuning does, the last two checks and the best.
    ///
    /// The scores are those of accuracy; for an error the rule is the same with the sign turned,
    /// and more checks are kept than have to be.
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
