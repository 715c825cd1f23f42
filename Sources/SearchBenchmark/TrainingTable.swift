package import Randomness
internal import ScheduleSearch
package import Trials

/// The recorded trainings, by cell and seed.
package struct TrainingTable: Sendable {
    /// What the trainings have in common.
    package let heading: TableHeading
    /// The grid of schedules.
    package let grid: ScheduleGrid
    /// Number of seeds with which each cell was trained: 1…seedCount.
    package let seedCount: Int
    private let trainings: [RecordedTraining]

    /// Takes trainings, which may come in any order.
    ///
    /// - Throws: `TableError.incomplete` if a cell lacks a seed that another cell has.
    package init(
        heading: TableHeading, trainings: [RecordedTraining]
    ) throws(TableError) {
        self.heading = heading
        grid = ScheduleGrid(space: heading.space, levels: heading.levels)
        seedCount = trainings.map(\.seed).max() ?? 0
        var places = [RecordedTraining?](repeating: nil, count: grid.count * seedCount)
        for training in trainings where training.cell < grid.count {
            places[training.cell * seedCount + training.seed - 1] = training
        }
        self.trainings = places.compactMap(\.self)
        guard seedCount > 0, self.trainings.count == places.count else {
            throw .incomplete(found: self.trainings.count, expected: grid.count * seedCount)
        }
    }

    /// The training of a cell with a seed, 1…seedCount.
    package subscript(cell: Int, seed: Int) -> RecordedTraining {
        trainings[cell * seedCount + seed - 1]
    }

    /// The training of a cell with a seed, as it would end at a target.
    func replayed(_ cell: Int, seed: Int, target: TargetScore) -> ReplayedTraining {
        ReplayedTraining(self[cell, seed], under: grid.schedule(at: cell), target: target)
    }

    /// The mean processor time (s) of a training, if it ends at a target or earlier.
    package func meanSeconds(target: TargetScore) -> Double {
        trainings.reduce(0) { sum, training in
            sum + replayed(training.cell, seed: training.seed, target: target).whole.seconds
        } / Double(trainings.count)
    }

    /// The geometric mean of the connections of a cell over all seeds; a training that misses the
    /// target counts as twice the limit.
    ///
    /// A search has trained with some of these seeds, so the result is optimistic for the schedule
    /// that it chose: good for a quick look, not for a claim.
    package func connections(of cell: Int, target: TargetScore) -> Double {
        geometricMean(
            (1...seedCount).map { seed in
                let report = replayed(cell, seed: seed, target: target).whole.report
                return Double(
                    report.isReached ? max(1, report.connections) : 2 * heading.limits.connections)
            })
    }
}

extension Seed {
    /// The seed of the recorded training with a number, the same for all cells and all tables.
    package static func recorded(_ number: Int) -> Seed {
        Seed(rawValue: 1).derived(for: .recording, index: UInt64(number))
    }
}
