/// How the values of a numeric parameter are spread over its range.
public enum ParameterScale: String, CaseIterable, Hashable, Codable, Sendable {
    case linear
    case log
}
