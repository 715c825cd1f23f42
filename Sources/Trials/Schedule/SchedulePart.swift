/// A part of a schedule; each parameter belongs to one.
public enum SchedulePart: String, CaseIterable, Hashable, Sendable {
    /// The network before it grows.
    case start
    /// When and how a network grows.
    case growth
    /// Terms that shrink weights.
    case penalty
    /// How a network loses connections once the target is reached.
    case thinning
    /// How a thinned network gets back to the target.
    case tuning
    /// How gradients change the weights, and for how long.
    case optimizer
    /// How the inputs of a network are scaled and disturbed, and how classes are balanced.
    case inputs

    /// The rows of the part's parameters.
    var rows: [ParameterDefinition] {
        switch self {
        case .start: StartPart.rows
        case .growth: GrowthPart.rows
        case .penalty: PenaltyPart.rows
        case .thinning: ThinningPart.rows
        case .tuning: TuningPart.rows
        case .optimizer: OptimizerPart.rows
        case .inputs: InputsPart.rows
        }
    }
}

/// Functions that make the rows of a part.
extension SchedulePart {
    /// A real parameter.
    func real(
        _ parameter: ScheduleParameter, _ range: ClosedRange<Double>, _ scale: ParameterScale,
        or value: Double, unit: String, _ meaning: String, source: String,
        if conditions: ParameterCondition...
    ) -> ParameterDefinition {
        ParameterDefinition(
            parameter: parameter, part: self, domain: .real(range: range, scale: scale),
            defaultValue: .real(value), earlierValue: .real(value), unit: unit, meaning: meaning,
            source: source,
            conditions: conditions, isForClasses: false)
    }

    /// An integer parameter.
    func integer(
        _ parameter: ScheduleParameter, _ range: ClosedRange<Int>,
        _ scale: ParameterScale = .linear, or value: Int, unit: String, _ meaning: String,
        source: String, if conditions: ParameterCondition...
    ) -> ParameterDefinition {
        ParameterDefinition(
            parameter: parameter, part: self, domain: .integer(range: range, scale: scale),
            defaultValue: .integer(value), earlierValue: .integer(value), unit: unit,
            meaning: meaning, source: source,
            conditions: conditions, isForClasses: false)
    }

    /// A parameter with words; the first case of the enum is the default.
    func choice<Choice: ScheduleChoice>(
        _ parameter: ScheduleParameter, _ type: Choice.Type, _ meaning: String, source: String,
        if conditions: ParameterCondition..., isForClasses: Bool = false
    ) -> ParameterDefinition {
        let words = Choice.allCases.map(\.rawValue)
        return ParameterDefinition(
            parameter: parameter, part: self, domain: .category(choices: words),
            defaultValue: .category(words[0]), earlierValue: .category(words[0]), unit: "word",
            meaning: meaning, source: source,
            conditions: conditions, isForClasses: isForClasses)
    }
}
