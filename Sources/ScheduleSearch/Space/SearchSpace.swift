public import Trials

/// The schedules that a study searches: some parameters vary, the others are fixed.
public struct SearchSpace: Hashable, Codable, Sendable {
    /// The values of the fixed parameters; for the others, the values with which a search begins.
    public let base: GrowthSchedule
    /// The parameters that vary, in the order of the parameter table, each at most once.
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

extension SearchSpace {
    private enum CodingKeys: String, CodingKey {
        case base, dimensions
    }

    /// Reads a space, which may come from a file that was edited or damaged.
    ///
    /// - Throws: `DecodingError` if a parameter varies twice.
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
