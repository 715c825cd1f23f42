package import Randomness
package import Trials

extension SearchSpace {
    /// The nearest schedule within the space; parameters that do not vary have the base's values.
    package func nearest(to schedule: GrowthSchedule) -> GrowthSchedule {
        settled(
            dimensions.reduce(base) { nearest, dimension in
                nearest.setting(
                    dimension.parameter,
                    to: dimension.domain.nearest(to: schedule[dimension.parameter])
                )
            })
    }

    /// The schedule with the base's values for what means nothing in it, if the space fixes that.
    ///
    /// These values change no other parameter's meaning, because a condition counts only if its own
    /// parameter means something.
    func settled(_ schedule: GrowthSchedule) -> GrowthSchedule {
        guard fixesIdle else { return schedule }
        return dimensions.map(\.parameter).filter { !schedule.means($0) }.reduce(into: schedule) {
            $0.replace($1, with: base[$1])
        }
    }

    /// The position of a schedule in the unit cube, with a coordinate for each dimension.
    package func point(of schedule: GrowthSchedule) -> [Double] {
        dimensions.map { $0.axis.unit(of: schedule[$0.parameter]) }
    }

    /// The schedule at a point of the unit cube.
    package func schedule(at point: [Double]) -> GrowthSchedule {
        settled(
            zip(dimensions, point).reduce(into: base) { schedule, gene in
                schedule.replace(gene.0.parameter, with: gene.0.axis.value(at: gene.1))
            })
    }

    /// Draws a schedule: every dimension uniformly and independently, on its scale.
    package func draw(using generator: inout PhiloxGenerator) -> GrowthSchedule {
        settled(
            dimensions.reduce(into: base) { drawn, dimension in
                drawn.replace(
                    dimension.parameter, with: dimension.axis.value(at: generator.unit()))
            })
    }
}
