package import ScheduleSearch
package import Trials

/// A full grid over a search space: every combination of some levels of each dimension.
///
/// The levels are spread evenly over the dimension's scale, including both ends; a category has all
/// its words. A cell is a number from 0; the last dimension varies fastest.
package struct ScheduleGrid: Hashable, Sendable {
    /// The space.
    package let space: SearchSpace
    /// The values of each dimension, in the order of the space's dimensions.
    package let levels: [[ParameterValue]]
    /// The positions of the levels in [0, 1], in the same shape as `levels`.
    private let units: [[Double]]

    /// Spreads levels over each dimension; an integer dimension has at most as many as it has
    /// values.
    ///
    /// - Parameter counts: the number of levels of each parameter; other parameters have `usual`.
    ///   Categories have all their words.
    package init(
        over space: SearchSpace, counts: [ScheduleParameter: Int] = [:], usual: Int = 4
    ) {
        self.init(
            space: space,
            levels: space.dimensions.map { dimension in
                dimension.domain.levels(count: counts[dimension.parameter] ?? usual)
            })
    }

    /// Takes given levels.
    ///
    /// - Precondition: each dimension has levels, and they lie within its domain.
    package init(space: SearchSpace, levels: [[ParameterValue]]) {
        precondition(
            levels.count == space.dimensions.count && !levels.contains([]),
            "\(levels) are not levels of \(space.dimensions.count) dimensions")
        self.space = space
        self.levels = levels
        units = zip(space.dimensions, levels).map { dimension, values in
            values.map(dimension.domain.unit(of:))
        }
    }

    /// The number of cells.
    package var count: Int { levels.reduce(1) { $0 * $1.count } }

    /// The schedule of a cell.
    ///
    /// - Precondition: there is such a cell.
    package func schedule(at cell: Int) -> GrowthSchedule {
        precondition((0..<count).contains(cell), "cell \(cell) of \(count)")
        var rest = cell
        var schedule = space.base
        for (dimension, values) in zip(space.dimensions, levels).reversed() {
            schedule = schedule.setting(dimension.parameter, to: values[rest % values.count])
            rest /= values.count
        }
        return schedule
    }

    /// The cell with the nearest schedule; each dimension is rounded by itself, on its scale.
    ///
    /// If two levels are equally near, the lower one counts.
    ///
    /// - Complexity: O(levels).
    package func cell(nearest schedule: GrowthSchedule) -> Int {
        var cell = 0
        for (index, dimension) in space.dimensions.enumerated() {
            let unit = dimension.domain.unit(of: schedule[dimension.parameter])
            var nearest = 0
            for (level, place) in units[index].enumerated()
            where abs(place - unit) < abs(units[index][nearest] - unit) {
                nearest = level
            }
            cell = cell * levels[index].count + nearest
        }
        return cell
    }
}

extension ParameterDomain {
    fileprivate func levels(count: Int) -> [ParameterValue] {
        precondition(count > 0, "\(count) levels")
        if case .category(let choices) = self { return choices.map(ParameterValue.category) }
        var levels: [ParameterValue] = []
        for step in 0..<count {
            let value = value(at: count > 1 ? Double(step) / Double(count - 1) : 0.5)
            if levels.last != value { levels.append(value) }
        }
        return levels
    }
}
