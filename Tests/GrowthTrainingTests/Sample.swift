import Trials

/// A value of each parameter that is far from others.
enum Sample: CaseIterable {
    case first, second, last

    func value(of parameter: ScheduleParameter) -> ParameterValue {
        switch (parameter.definition.domain, self) {
        case (.real(let range, _), .first): .real(range.lowerBound)
        case (.real(let range, _), .second): .real((range.lowerBound + range.upperBound) / 2)
        case (.real(let range, _), .last): .real(range.upperBound)
        case (.integer(let range, _), .first): .integer(range.lowerBound)
        case (.integer(let range, _), .second):
            .integer(min(range.lowerBound + 2, range.upperBound))
        case (.integer(let range, _), .last): .integer(range.upperBound)
        case (.category(let choices), .first): .category(choices[0])
        case (.category(let choices), .second): .category(choices[1])
        case (.category(let choices), .last): .category(choices[choices.count - 1])
        }
    }
}
