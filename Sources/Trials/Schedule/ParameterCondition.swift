/// A condition on another parameter, under which a parameter has an effect.
public struct ParameterCondition: Hashable, Sendable {
    /// The other parameter.
    public let parameter: ScheduleParameter
    /// The values of that parameter for which the condition holds.
    public let values: ParameterDomain

    /// Tells whether the condition holds for a schedule.
    public func holds(for schedule: GrowthSchedule) -> Bool {
        values.contains(schedule[parameter])
    }
}

extension ParameterCondition {
    /// The condition that a parameter has any word except this one.
    static func word<Choice: ScheduleChoice>(
        of parameter: ScheduleParameter, isNot excluded: Choice
    ) -> Self {
        let words = Choice.allCases.filter { $0 != excluded }.map(\.rawValue)
        return Self(parameter: parameter, values: .category(choices: words))
    }

    /// The condition that a real parameter is above 0.
    static func isPositive(_ parameter: ScheduleParameter) -> Self {
        let range = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude
        return Self(parameter: parameter, values: .real(range: range, scale: .linear))
    }

    /// The condition that an integer parameter is at least 1.
    static func isAtLeastOne(_ parameter: ScheduleParameter) -> Self {
        Self(parameter: parameter, values: .integer(range: 1...Int.max, scale: .linear))
    }
}

/// The conditions that rows use.
extension ParameterCondition {
    /// Networks are thinned.
    static let thins = word(of: .thinning, isNot: ThinningCriterion.none)
    /// A thinned network is grown again.
    static let growsAgain = word(of: .secondGrowth, isNot: SecondGrowthStart.none)
    /// A network that has outgrown its best state does not just grow on.
    static let returns = word(of: .growthReturn, isNot: GrowthReturn.none)
    /// Growth inserts hidden nodes.
    static let insertsNodes = isPositive(.nodeInsertionRate)
    /// There are hidden nodes before the network grows.
    static let startsWithNodes = isAtLeastOne(.initialHiddenNodes)
    /// Absent connections are chosen by a score.
    static let scoresConnections = word(of: .growthCriterion, isNot: GrowthCriterion.random)
    /// Networks are rewired between growths.
    static let rewiresInGrowth = isAtLeastOne(.growthRewiringInterval)
    /// Rows of each class are used as often as they occur.
    static let keepsClassShares = word(of: .classSampling, isNot: ClassSampling.balanced)
}
