import Randomness
import Trials

/// Changes a few parameters of a schedule, at least one of them.
///
/// Numbers take a normal step on their scale; its length is drawn anew each time, so that there are
/// steps that explore and steps that refine. Words change to any other word.
struct Mutation: Sendable {
    /// Standard deviation of the steps (share of the range); drawn on a logarithmic scale.
    let steps: ClosedRange<Double>
    /// Parameters that change on average, the one that must change apart.
    let extraChanges: Double

    /// Gives a schedule that differs where the space lets it.
    func mutant(
        of schedule: GrowthSchedule,
        in space: SearchSpace,
        using generator: inout PhiloxGenerator
    ) -> GrowthSchedule {
        let dimensions = space.dimensions
        guard !dimensions.isEmpty else { return schedule }
        let forced = generator.integer(below: dimensions.count)
        let rate = min(extraChanges / Double(dimensions.count), 1)
        var mutant = schedule
        for (index, dimension) in dimensions.enumerated()
        where generator.chance(rate) || index == forced {
            let parameter = dimension.parameter
            mutant = mutant.setting(
                parameter,
                to: changed(mutant[parameter], in: dimension.domain, &generator)
            )
        }
        return mutant
    }

    private func changed(
        _ value: ParameterValue,
        in domain: ParameterDomain,
        _ generator: inout PhiloxGenerator
    ) -> ParameterValue {
        switch (domain, value) {
        case (.category(let choices), _):
            let others = choices.filter { .category($0) != value }
            guard !others.isEmpty else { return value }
            return .category(others[generator.integer(below: others.count)])
        case (.integer(let range, _), .integer(let number)):
            let stepped = domain.value(at: stepped(from: domain.unit(of: value), &generator))
            return stepped == value ? neighbor(of: number, in: range, &generator) : stepped
        default:
            return domain.value(at: stepped(from: domain.unit(of: value), &generator))
        }
    }

    /// A step that leaves [0, 1] ends between its start and the bound.
    private func stepped(from start: Double, _ generator: inout PhiloxGenerator) -> Double {
        let logarithms = Elementary.log(steps.lowerBound)...Elementary.log(steps.upperBound)
        let deviation = Elementary.exp(generator.uniform(in: logarithms))
        let end = start + deviation * generator.normal()
        if end < 0 { return start * generator.unit() }
        if end > 1 { return 1 - (1 - start) * generator.unit() }
        return end
    }

    private func neighbor(
        of number: Int,
        in range: ClosedRange<Int>,
        _ generator: inout PhiloxGenerator
    ) -> ParameterValue {
        let up = generator.chance(0.5)
        if number == range.upperBound { return .integer(max(number - 1, range.lowerBound)) }
        if number == range.lowerBound { return .integer(number + 1) }
        return .integer(up ? number + 1 : number - 1)
    }
}
