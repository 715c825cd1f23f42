/// A row of the parameter table: the legal values, default and meaning of a parameter.
public struct ParameterDefinition: Sendable {
    /// The parameter.
    public let parameter: ScheduleParameter
    /// The part of a schedule that it belongs to.
    public let part: SchedulePart
    /// The legal values; a search space can only narrow them.
    public let domain: ParameterDomain
    /// The value if a schedule does not set the parameter.
    public let defaultValue: ParameterValue
    /// The value that trainings had before the parameter was known, which journals of that time do
    /// not name; the default if the parameter was always known.
    package private(set) var earlierValue: ParameterValue
    /// The unit of the value, in words.
    public let unit: String
    /// What the parameter does, in one line.
    public let meaning: String
    /// The source of the parameter.
    public let source: String
    /// When the parameter has an effect: if one of these conditions holds; always if there are
    /// none.
    ///
    /// A condition holds only if its own parameter has an effect. The value of a parameter without
    /// effect changes no training.
    public let conditions: [ParameterCondition]
    /// Whether the parameter has an effect only where targets are classes, not numbers.
    public let isForClasses: Bool

    /// The same row with another value for journals that do not name the parameter.
    func formerly(_ value: ParameterValue) -> ParameterDefinition {
        var row = self
        row.earlierValue = value
        return row
    }
}
