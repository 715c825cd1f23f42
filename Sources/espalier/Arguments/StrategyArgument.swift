import ArgumentParser
import ScheduleSearch

/// A strategy by its name.
struct StrategyArgument: ExpressibleByArgument {
    static let allValueStrings = StrategyKind.allCases.map(\.rawValue)
    let kind: StrategyKind

    init(_ kind: StrategyKind) {
        self.kind = kind
    }

    init?(argument: String) {
        guard let kind = StrategyKind(rawValue: argument) else { return nil }
        self.kind = kind
    }

    var defaultValueDescription: String { kind.rawValue }
}
