/// How a network grows: one value for each parameter of the table.
///
/// The same value is in the config, the strategy's answer, on the wire, in the journal, in the
/// trainer and in the export. Documents write it as an object of names and bare values; a name that
/// is missing there has its default, an unknown name is an error.
public struct GrowthSchedule: Hashable, Sendable {
    /// In the order of `ScheduleParameter.allCases`.
    private var values: [ParameterValue]

    /// The schedule that has every default.
    public init() {
        values = ScheduleParameter.allCases.map(\.definition.defaultValue)
    }

    /// Reads the value of a parameter.
    public subscript(parameter: ScheduleParameter) -> ParameterValue {
        values[parameter.position]
    }

    /// Changes the value of a parameter.
    ///
    /// - Throws: `ScheduleError` where the value is not legal; then nothing changes.
    public mutating func set(
        _ parameter: ScheduleParameter, to value: ParameterValue
    ) throws(ScheduleError) {
        guard parameter.definition.domain.contains(value) else {
            throw ScheduleError(parameter: parameter, value: value)
        }
        values[parameter.position] = value
    }

    /// Gives a schedule that differs in one value.
    ///
    /// - Precondition: the value is legal.
    public func setting(_ parameter: ScheduleParameter, to value: ParameterValue) -> Self {
        precondition(
            parameter.definition.domain.contains(value),
            "\(parameter.rawValue) cannot be \(value)")
        var changed = self
        changed.values[parameter.position] = value
        return changed
    }

    func real(_ parameter: ScheduleParameter) -> Double {
        guard case .real(let number) = self[parameter] else {
            preconditionFailure("\(parameter.rawValue) is not a number: \(self[parameter])")
        }
        return number
    }

    func integer(_ parameter: ScheduleParameter) -> Int {
        guard case .integer(let number) = self[parameter] else {
            preconditionFailure("\(parameter.rawValue) is not an integer: \(self[parameter])")
        }
        return number
    }

    func word(_ parameter: ScheduleParameter) -> String {
        guard case .category(let word) = self[parameter] else {
            preconditionFailure("\(parameter.rawValue) is not a word: \(self[parameter])")
        }
        return word
    }
}

/// A value that no schedule may hold under a name.
public struct ScheduleError: Error, Hashable, CustomStringConvertible {
    /// The name.
    public let parameter: ScheduleParameter
    /// The value.
    public let value: ParameterValue

    /// Names the parameter, the value and what is expected.
    public var description: String {
        "\(parameter.rawValue) is \(value), expected \(parameter.definition.domain.expectation)"
    }
}
