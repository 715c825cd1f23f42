import Trials

extension SearchSpace.Dimension {
    enum CodingKeys: String, CodingKey {
        case parameter, domain
    }

    /// Reads a dimension, which may come from a file that was edited or damaged.
    ///
    /// - Throws: `DecodingError` where the parameter cannot vary so.
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

extension SearchSpace {
    enum CodingKeys: String, CodingKey {
        case base, dimensions
    }

    /// Reads a space, which may come from a file that was edited or damaged.
    ///
    /// - Throws: `DecodingError` where a parameter varies twice.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let base = try container.decode(GrowthSchedule.self, forKey: .base)
        let dimensions = try container.decode([Dimension].self, forKey: .dimensions)
        guard Set(dimensions.map(\.parameter)).count == dimensions.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .dimensions, in: container, debugDescription: "a parameter varies twice")
        }
        self.init(base: base, dimensions: dimensions)
    }
}

extension ParameterDomain {
    /// Whether the scale can spread the range: a logarithm needs a positive lower bound.
    fileprivate var isSpread: Bool {
        switch self {
        case .real(let range, .log): range.lowerBound > 0
        case .integer(let range, .log): range.lowerBound > 0
        case .real, .integer: true
        case .category(let choices): Set(choices).count == choices.count
        }
    }
}
