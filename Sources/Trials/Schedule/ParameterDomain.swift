/// The values that a parameter may take.
///
/// Each row of the parameter table has one. A dimension of a search space has one that narrows it.
public enum ParameterDomain: Hashable, Codable, Sendable {
    /// All numbers of a range; `log` needs a positive lower bound.
    case real(range: ClosedRange<Double>, scale: ParameterScale)
    /// All whole numbers of a range; `log` needs a positive lower bound.
    case integer(range: ClosedRange<Int>, scale: ParameterScale)
    /// One of several words, in a fixed order.
    case category(choices: [String])
}

extension ParameterDomain {
    /// Tells whether a value has the right kind and is in the domain.
    public func contains(_ value: ParameterValue) -> Bool {
        switch (self, value) {
        case (.real(let range, _), .real(let number)): range.contains(number)
        case (.integer(let range, _), .integer(let number)): range.contains(number)
        case (.category(let choices), .category(let word)): choices.contains(word)
        default: false
        }
    }

    /// Tells whether all values of another domain are in this one.
    public func contains(_ other: ParameterDomain) -> Bool {
        switch (self, other) {
        case (.real(let range, _), .real(let inner, _)):
            range.contains(inner.lowerBound) && range.contains(inner.upperBound)
        case (.integer(let range, _), .integer(let inner, _)):
            range.contains(inner.lowerBound) && range.contains(inner.upperBound)
        case (.category(let choices), .category(let inner)):
            !inner.isEmpty && inner.allSatisfy(choices.contains)
        default: false
        }
    }

    /// Whether the scale can be applied to the range, and no word comes twice.
    ///
    /// A logarithm needs a positive lower bound.
    public var isSpread: Bool {
        switch self {
        case .real(let range, .log): range.lowerBound > 0
        case .integer(let range, .log): range.lowerBound > 0
        case .real, .integer: true
        case .category(let choices): Set(choices).count == choices.count
        }
    }

    /// A description of the expected value, for example "a number from 0 to 1".
    public var expectation: String {
        switch self {
        case .real(let range, _): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .integer(let range, _):
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .category(let choices): "one of \(choices.joined(separator: ", "))"
        }
    }
}
