import ScheduleSearch
import Studies
import Trials

extension SearchSpace {
    /// Reads `space:`: the domains of the parameters that vary, and the values of those that are
    /// fixed to something else than their default.
    init(_ value: DocumentValue, learning: LearningTask) throws(ConfigError) {
        let section = try value.section(known: ScheduleParameter.allCases.map(\.rawValue))
        try learning.refuseClassParameters(in: section)
        var base = GrowthSchedule()
        var dimensions: [Dimension] = []
        for parameter in ScheduleParameter.allCases {
            guard let entry = section.value(parameter.rawValue) else { continue }
            let domain = try ParameterDomain(entry, of: parameter)
            if let value = domain.onlyValue {
                base = base.setting(parameter, to: value)
            } else {
                dimensions.append(Dimension(parameter: parameter, domain: domain))
            }
        }
        self.init(base: base, dimensions: dimensions, fixesIdle: true)
    }
}

extension ParameterDomain {
    /// Reads what a parameter may be: a section with bounds, a list of words, or a single value.
    fileprivate init(
        _ entry: DocumentValue,
        of parameter: ScheduleParameter
    ) throws(ConfigError) {
        let legal = parameter.definition.domain
        switch (legal, entry.form) {
        case (_, .word): self = .only(try entry.parameterValue(in: legal))
        case (.category, .list): self = try .words(entry, in: legal)
        case (.real(_, let scale), .section), (.integer(_, let scale), .section):
            self = try .range(entry, in: legal, scale: scale)
        case (.category, _):
            throw entry.error(expected: "\(legal.expectation), or a list of such words")
        default:
            throw entry.error(expected: "\(legal.expectation), or a section with from and to")
        }
    }

    private static func only(_ value: ParameterValue) -> Self {
        switch value {
        case .real(let number): .real(range: number...number, scale: .linear)
        case .integer(let number): .integer(range: number...number, scale: .linear)
        case .category(let word): .category(choices: [word])
        }
    }

    private static func words(
        _ entry: DocumentValue,
        in legal: ParameterDomain
    ) throws(ConfigError) -> Self {
        var words: [String] = []
        for element in entry.elements ?? [] {
            guard case .category(let word) = try element.parameterValue(in: legal) else { continue }
            guard !words.contains(word) else { throw element.at(word).error(.repeated) }
            words.append(word)
        }
        guard !words.isEmpty else {
            throw entry.error(
                .illegal(found: "an empty list", expected: "at least \(legal.expectation)")
            )
        }
        return .category(choices: words)
    }

    /// Reads `from`, `to` and `scale`.
    private static func range(
        _ entry: DocumentValue, in legal: ParameterDomain, scale usual: ParameterScale
    ) throws(ConfigError) -> Self {
        let section = try entry.section(known: ["from", "to", "scale"])
        let from = try section.required("from", expected: legal.expectation)
        let to = try section.required("to", expected: legal.expectation)
        let lower = try from.parameterValue(in: legal)
        let upper = try to.parameterValue(in: legal)
        guard let flat = ParameterDomain(from: lower, to: upper) else {
            throw to.error(expected: "at least \(lower), which is \(from.key)")
        }
        let scale = try section.value("scale")?.choice(of: ParameterScale.self) ?? usual
        let domain = flat.scaled(scale)
        guard domain.isSpread else {
            throw from.error(expected: "more than 0, because \(entry.key).scale is log")
        }
        return domain
    }

    /// All numbers between two; `nil` if the first is larger than the second.
    private init?(from lower: ParameterValue, to upper: ParameterValue) {
        switch (lower, upper) {
        case (.real(let from), .real(let to)) where from <= to:
            self = .real(range: from...to, scale: .linear)
        case (.integer(let from), .integer(let to)) where from <= to:
            self = .integer(range: from...to, scale: .linear)
        default: return nil
        }
    }

    private func scaled(_ scale: ParameterScale) -> Self {
        switch self {
        case .real(let range, _): .real(range: range, scale: scale)
        case .integer(let range, _): .integer(range: range, scale: scale)
        case .category: self
        }
    }

    /// The value of a domain that has only one; `nil` for any other domain.
    fileprivate var onlyValue: ParameterValue? {
        switch self {
        case .real(let range, _):
            range.lowerBound == range.upperBound ? .real(range.lowerBound) : nil
        case .integer(let range, _):
            range.lowerBound == range.upperBound ? .integer(range.lowerBound) : nil
        case .category(let choices): choices.count == 1 ? .category(choices[0]) : nil
        }
    }
}

extension DocumentValue {
    /// Reads a single value of a parameter.
    func parameterValue(in legal: ParameterDomain) throws(ConfigError) -> ParameterValue {
        let value: ParameterValue? =
            switch legal {
            case .real: number.map(ParameterValue.real)
            case .integer: wholeNumber.map(ParameterValue.integer)
            case .category: text.map(ParameterValue.category)
            }
        guard let value, legal.contains(value) else { throw error(expected: legal.expectation) }
        return value
    }
}
