/// A row of the table of parameters: what a schedule may hold under one name.
public struct ParameterDefinition: Sendable {
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
}
