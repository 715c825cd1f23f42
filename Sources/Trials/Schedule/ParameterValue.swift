/// A value of a parameter, written as a bare number or word.
public enum ParameterValue: Hashable, Sendable {
    case real(Double)
    case integer(Int)
    case category(String)
}

extension ParameterValue: CustomStringConvertible {
    /// The value in the form used in documents.
    public var description: String {
        switch self {
        case .real(let number): "\(number)"
        case .integer(let number): "\(number)"
        case .category(let word): word
        }
    }
}
