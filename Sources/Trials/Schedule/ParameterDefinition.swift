/// A row of the table of parameters: what a schedule may hold under one name.
public struct ParameterDefinition: Sendable {
    /// The parameter.
    public let parameter: ScheduleParameter
    /// The part of a schedule that it belongs to.
    public let part: SchedulePart
    /// The values that a schedule may hold; a search space narrows it, nothing widens it.
    public let domain: ParameterDomain
    /// What a schedule holds that says nothing about the parameter.
    public let defaultValue: ParameterValue
    /// The unit of the value, in words.
    public let unit: String
    /// What the parameter does, in one line.
    public let meaning: String
    /// Where the parameter is taken from.
    public let source: String
    /// When the parameter means something: if one of these holds; always if there are none.
    ///
    /// A condition holds only if its own parameter means something. The value of a parameter that
    /// means nothing changes no training.
    public let conditions: [ParameterCondition]
}
