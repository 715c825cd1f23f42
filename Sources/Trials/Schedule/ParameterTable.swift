/// The table of all parameters: the rows of all parts of a schedule.
package enum ParameterTable {
    /// The rows, in the order of the parts.
    package static let rows = SchedulePart.allCases.flatMap(\.rows)

    /// The rows in the order of the parameters.
    static let definitions: [ParameterDefinition] = {
        if let complaint = complaint(about: rows) { preconditionFailure(complaint) }
        return rows.sorted { $0.parameter.position < $1.parameter.position }
    }()

    /// Which parameter has no row, or more than one; `nil` if each has one.
    package static func complaint(about rows: [ParameterDefinition]) -> String? {
        var counts = Array(repeating: 0, count: ScheduleParameter.allCases.count)
        for row in rows { counts[row.parameter.position] += 1 }
        guard let place = counts.firstIndex(where: { $0 != 1 }) else { return nil }
        return "\(ScheduleParameter.allCases[place].rawValue) has \(counts[place]) rows, not one"
    }
}
