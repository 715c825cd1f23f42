/// What another parameter must be for a parameter to mean something.
public struct ParameterCondition: Hashable, Sendable {
    /// The other parameter.
    public let parameter: ScheduleParameter
    /// The values of it under which the condition holds.
    public let values: ParameterDomain

    /// Tells whether the condition holds for a schedule.
    public func holds(for schedule: GrowthSchedule) -> Bool {
        values.contains(schedule[parameter])
    }
}

extension ParameterCondition {
    /// Asks that a parameter has any word but this one.
    static func word<Choice: ScheduleChoice>(
        of parameter: ScheduleParameter, isNot excluded: Choice
    ) -> Self {
        let words = Choice.allCases.filter { $0 != excluded }.map(\.rawValue)
        return Self(parameter: parameter, values: .category(choices: words))
    }

    /// Asks that a real parameter is above 0.
    static func isPositive(_ parameter: ScheduleParameter) -> Self {
        let range = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
        return Self(parameter: parameter, values: .real(range: range, scale: .linear))
    }

    /// Asks that an integer parameter is at least 1.
    static func isAtLeastOne(_ parameter: ScheduleParameter) -> Self {
        Self(parameter: parameter, values: .integer(range: 1...Int.max, scale: .linear))
    }
}

/// The conditions that rows name.
extension ParameterCondition {
    /// Networks are thinned.
    static let thins = word(of: .thinning, isNot: ThinningCriterion.none)
    /// Growth inserts hidden nodes.
    static let insertsNodes = isPositive(.nodeInsertionRate)
    /// There are hidden nodes before the network grows.
    static let startsWithNodes = isAtLeastOne(.initialHiddenNodes)
    /// Absent connections are chosen by a score.
    static let scoresConnections = word(of: .growthCriterion, isNot: GrowthCriterion.random)
    /// Networks are rewired between growths.
    static let rewiresInGrowth = isAtLeastOne(.growthRewiringInterval)
    /// Rows of each class are seen as often as they are there.
    static let keepsClassShares = word(of: .classSampling, isNot: ClassSampling.balanced)
}
