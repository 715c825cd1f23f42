public import Trials

/// The schedules that a study searches: some parameters vary, the others are fixed.
public struct SearchSpace: Hashable, Codable, Sendable {
    /// One parameter that varies, and within what.
    public struct Dimension: Hashable, Codable, Sendable {
        /// The parameter.
        public let parameter: ScheduleParameter
        /// The values to try; within the parameter's legal domain.
        public let domain: ParameterDomain
        /// The domain laid out along [0, 1].
        let axis: UnitAxis

        /// Lets a parameter vary.
        ///
        /// - Precondition: the domain lies within the parameter's legal one.
        public init(parameter: ScheduleParameter, domain: ParameterDomain) {
            precondition(
                parameter.definition.domain.contains(domain),
                "\(parameter.rawValue) cannot vary over \(domain)"
            )
            self.parameter = parameter
            self.domain = domain
            axis = UnitAxis(domain)
        }
    }

    /// The values of what does not vary; and, for what does, where a search begins.
    public let base: GrowthSchedule
    /// What varies, in the order of the table of parameters, each parameter at most once.
    public let dimensions: [Dimension]

    /// Describes a space; the dimensions may come in any order.
    ///
    /// - Precondition: no parameter has two dimensions.
    public init(base: GrowthSchedule = GrowthSchedule(), dimensions: [Dimension]) {
        self.base = base
        self.dimensions = dimensions.sorted { $0.parameter.position < $1.parameter.position }
        precondition(
            Set(dimensions.map(\.parameter)).count == dimensions.count,
            "a parameter varies twice in \(dimensions)"
        )
    }

    /// Tells whether a schedule lies within the space.
    public func contains(_ schedule: GrowthSchedule) -> Bool {
        ScheduleParameter.allCases.allSatisfy { parameter in
            if let dimension = dimensions.first(where: { $0.parameter == parameter }) {
                dimension.domain.contains(schedule[parameter])
            } else {
                schedule[parameter] == base[parameter]
            }
        }
    }
}
