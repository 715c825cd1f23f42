public import Trials

extension SearchSpace {
    /// A parameter that varies, and the range of its values.
    public struct Dimension: Hashable, Codable, Sendable {
        /// The parameter.
        public let parameter: ScheduleParameter
        /// The values to try, within the parameter's legal domain.
        public let domain: ParameterDomain
        /// The mapping of the domain to [0, 1].
        let axis: UnitAxis

        /// Lets a parameter vary.
        ///
        /// - Precondition: the parameter can vary over the domain.
        public init(parameter: ScheduleParameter, domain: ParameterDomain) {
            precondition(
                parameter.canVary(over: domain),
                "\(parameter.rawValue) cannot vary over \(domain)"
            )
            self.parameter = parameter
            self.domain = domain
            axis = UnitAxis(domain)
        }
    }
}

extension SearchSpace.Dimension {
    private enum CodingKeys: String, CodingKey {
        case parameter, domain
    }

    /// Reads a dimension, which may come from a file that was edited or damaged.
    ///
    /// - Throws: `DecodingError` if the parameter cannot vary over the domain.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let parameter = try container.decode(ScheduleParameter.self, forKey: .parameter)
        let domain = try container.decode(ParameterDomain.self, forKey: .domain)
        guard parameter.canVary(over: domain) else {
            throw DecodingError.dataCorruptedError(
                forKey: .domain, in: container,
                debugDescription: "\(parameter.rawValue) cannot vary over \(domain)")
        }
        self.init(parameter: parameter, domain: domain)
    }
}
