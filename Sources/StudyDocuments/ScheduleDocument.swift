package import Studies
package import Trials

/// Schedule files: one schedule in YAML, with a comment for each parameter.
package enum ScheduleDocument {
    /// Writes every parameter and its meaning.
    ///
    /// - Parameter remarks: comment lines for the top, such as the schedule's origin.
    package static func write(_ schedule: GrowthSchedule, remarks: [String] = []) -> String {
        let heading = remarks.flatMap { $0.split(whereSeparator: \.isNewline) }.map { "# \($0)" }
        let entries = ScheduleParameter.allCases.flatMap { parameter in
            let definition = parameter.definition
            return [
                "",
                "# \(definition.meaning) (\(definition.unitOrChoices))",
                "\(parameter.rawValue): \(schedule[parameter])",
            ]
        }
        let lines = heading + (heading.isEmpty ? entries.dropFirst() : entries[...])
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a schedule; parameters that the text does not name have their defaults.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name of the document, for error messages.
    ///   - learning: the task that the schedule is for, if it is known.
    /// - Throws: `ConfigError` for the first thing that is wrong.
    package static func read(
        yaml: String, file: String, learning: LearningTask? = nil
    ) throws(ConfigError) -> GrowthSchedule {
        let document = try parseSection(
            yaml: yaml,
            file: file,
            known: ScheduleParameter.allCases.map(\.rawValue)
        )
        try learning?.refuseClassParameters(in: document)
        var schedule = GrowthSchedule()
        for parameter in ScheduleParameter.allCases {
            guard let value = document.value(parameter.rawValue) else { continue }
            schedule = schedule.setting(
                parameter,
                to: try value.parameterValue(in: parameter.definition.domain)
            )
        }
        return schedule
    }
}

extension ParameterDefinition {
    fileprivate var unitOrChoices: String {
        if case .category = domain { return domain.expectation }
        return unit
    }
}
