import ScheduleSearch
import Studies
import Trials

extension SearchSpace {
    /// Reads `space:`: what varies, and over what; and what is fixed to another value than its
    /// default.
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
        self.init(base: base, dimensions: dimensions)
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
        case (.real(let range, let scale), .section):
            let bounds = try entry.bounds(in: legal, scale: scale) { $0.legalNumber(in: range) }
            self = .real(range: bounds.range, scale: bounds.scale)
        case (.integer(let range, let scale), .section):
            let bounds = try entry.bounds(in: legal, scale: scale) { $0.legalInteger(in: range) }
            self = .integer(range: bounds.range, scale: bounds.scale)
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

    /// The value of a domain that has one value only.
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
    /// Reads a single value that a parameter may have.
    func parameterValue(in legal: ParameterDomain) throws(ConfigError) -> ParameterValue {
        let value: ParameterValue? =
            switch legal {
            case .real(let range, _): legalNumber(in: range).map(ParameterValue.real)
            case .integer(let range, _): legalInteger(in: range).map(ParameterValue.integer)
            case .category: text.map(ParameterValue.category)
            }
        guard let value, legal.contains(value) else { throw error(expected: legal.expectation) }
        return value
    }

    fileprivate func legalNumber(in range: ClosedRange<Double>) -> Double? {
        number.flatMap { range.contains($0) ? $0 : nil }
    }

    fileprivate func legalInteger(in range: ClosedRange<Int>) -> Int? {
        wholeNumber.flatMap { range.contains($0) ? $0 : nil }
    }

    /// Reads `from`, `to` and `scale`.
    fileprivate func bounds<Number: Comparable & Numeric>(
        in legal: ParameterDomain,
        scale defaultScale: ParameterScale,
        read: (DocumentValue) -> Number?
    ) throws(ConfigError) -> (range: ClosedRange<Number>, scale: ParameterScale) {
        let section = try section(known: ["from", "to", "scale"])
        let from = try section.required("from", expected: legal.expectation)
        let to = try section.required("to", expected: legal.expectation)
        guard let lower = read(from) else { throw from.error(expected: legal.expectation) }
        guard let upper = read(to) else { throw to.error(expected: legal.expectation) }
        guard lower <= upper else {
            throw to.error(expected: "at least \(lower), which is \(from.key)")
        }
        let scale = try section.value("scale")?.choice(of: ParameterScale.self) ?? defaultScale
        if scale == .log, lower <= 0 {
            throw from.error(expected: "more than 0, because \(key).scale is log")
        }
        return (lower...upper, scale)
    }
}
