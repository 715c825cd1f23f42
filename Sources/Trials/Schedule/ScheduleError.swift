/// A value that is not legal for a parameter.
public struct ScheduleError: Error, Hashable, CustomStringConvertible {
    /// The parameter.
    public let parameter: ScheduleParameter
    /// The value.
    public let value: ParameterValue

    /// Names the parameter, the value and what is expected.
    public var description: String {
        "\(parameter.rawValue) is \(value), expected \(parameter.definition.domain.expectation)"
    }
}
