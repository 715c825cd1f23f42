import Randomness
import Trials

/// Mixes two schedules: each parameter comes from one of them, or, if it is a number, from between.
///
/// Sources: Syswerda, "Uniform crossover in genetic algorithms", ICGA 3 (1989); Eshelman, Schaffer,
/// "Real-coded genetic algorithms and interval-schemata", FOGA 2 (1993), for the blend (BLX-α).
struct Crossover: Sendable {
    /// The share of the numeric parameters that are blended (0…1).
    let blendShare: Double
    /// How far a blend may leave the interval between the parents, in lengths of it.
    let overshoot: Double

    /// Makes the child of two parents.
    func child(
        of first: GrowthSchedule,
        and second: GrowthSchedule,
        in space: SearchSpace,
        using generator: inout PhiloxGenerator
    ) -> GrowthSchedule {
        space.dimensions.reduce(first) { child, dimension in
            let parameter = dimension.parameter
            let value =
                if dimension.domain.isNumeric, generator.chance(blendShare) {
                    blend(first[parameter], second[parameter], in: dimension.domain, &generator)
                } else {
                    generator.chance(0.5) ? first[parameter] : second[parameter]
                }
            return child.setting(parameter, to: value)
        }
    }

    private func blend(
        _ first: ParameterValue,
        _ second: ParameterValue,
        in domain: ParameterDomain,
        _ generator: inout PhiloxGenerator
    ) -> ParameterValue {
        guard first != second else { return first }
        let start = domain.unit(of: first)
        let weight = generator.uniform(in: -overshoot...(1 + overshoot))
        let unit = start + weight * (domain.unit(of: second) - start)
        return domain.value(at: min(max(unit, 0), 1))
    }
}

extension ParameterDomain {
    /// Tells numbers from words.
    var isNumeric: Bool {
        if case .category = self { return false }
        return true
    }
}
