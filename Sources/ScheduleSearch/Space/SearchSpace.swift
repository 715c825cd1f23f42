public import Trials

/// The schedules that a study searches: some parameters vary, the others are fixed.
public struct SearchSpace: Hashable, Codable, Sendable {
    /// The values of the fixed parameters; for the others, the values with which a search begins.
    public let base: GrowthSchedule
    /// The parameters that vary, in the order of the parameter table, each at most once.
    public let dimensions: [Dimension]
    /// Whether a parameter that means nothing in a schedule has the base's value there, so that two
    /// schedules of the search that train the same are one; `false` in journals that do not say.
    public let fixesIdle: Bool

    /// Describes a space; the dimensions may come in any order.
    ///
    /// - Precondition: no parameter has two dimensions.
    public init(
        base: GrowthSchedule = GrowthSchedule(), dimensions: [Dimension], fixesIdle: Bool = false
    ) {
        self.base = base
        self.fixesIdle = fixesIdle
        self.dimensions = dimensions.sorted { $0.parameter.position < $1.parameter.position }
        precondition(
            Set(dimensions.map(\.parameter)).count == dimensions.count,
            "a parameter varies twice in \(dimensions)"
        )
    }

    /// Tells whether a schedule lies within the space.
    public func contains(_ schedule: GrowthSchedule) -> Bool {
        ScheduleParameter.allCases.allSatisfy { parameter in
            if let dimension = dimensions.first(where: { $0.parameter == parameter }),
                !fixesIdle || schedule.means(parameter)
            {
                dimension.domain.contains(schedule[parameter])
            } else {
                schedule[parameter] == base[parameter]
            }
        }
    }

    /// The same space with another base.
    package func with(base: GrowthSchedule) -> SearchSpace {
        SearchSpace(base: base, dimensions: dimensions, fixesIdle: fixesIdle)
    }

    /// Whether it holds the same schedules as another space; how a search goes through them may
    /// differ, as in a study that an earlier version began.
    package func hasSameSchedules(as other: SearchSpace) -> Bool {
        base == other.base && dimensions == other.dimensions
    }
}

extension SearchSpace {
    private enum CodingKeys: String, CodingKey {
        case base, dimensions
        case fixesIdle = "fixes_idle"
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
        self.init(
            base: base, dimensions: dimensions,
            fixesIdle: try container.decodeIfPresent(Bool.self, forKey: .fixesIdle) ?? false)
    }

    /// Writes a space; `fixes_idle` only if it is true, as before it was known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(base, forKey: .base)
        try container.encode(dimensions, forKey: .dimensions)
        if fixesIdle { try container.encode(true, forKey: .fixesIdle) }
    }
}
