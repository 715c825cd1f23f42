import ArgumentParser
import Trials

/// How many levels a dimension has, written `NAME=COUNT`.
struct LevelCount: ExpressibleByArgument {
    let parameter: ScheduleParameter
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let parameter = ScheduleParameter(rawValue: String(parts[0])),
            let count = Int(parts[1]), (1...1000).contains(count)
        else { return nil }
        self.parameter = parameter
        self.count = count
    }
}
