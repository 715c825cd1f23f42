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
        guard parameter.definition.domain.contains(domain), domain.isSpread else {
            throw DecodingError.dataCorruptedError(
                forKey: .domain, in: container,
                debugDescription: "\(parameter.rawValue) cannot vary over \(domain)")
        }
        self.init(parameter: parameter, domain: domain)
    }
}

extension ParameterDomain {
    /// Whether the scale can be applied to the range: a logarithm needs a positive lower bound.
    fileprivate var isSpread: Bool {
        switch self {
        case .real(let range, .log): range.lowerBound > 0
        case .integer(let range, .log): range.lowerBound > 0
        case .real, .integer: true
        case .category(let choices): Set(choices).count == choices.count
        }
    }
}
