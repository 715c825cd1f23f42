package import ScheduleSearch
import Studies
import Trials

/// What `search:` says: how to search, and which files hold the schedules to try first.
package struct SearchSection: Hashable, Sendable {
    /// How to search; without the schedules to try first, which are in files.
    package let settings: SearchSettings
    /// The files of the schedules to try first, relative to the config.
    package let startFiles: [String]

    private static let keys = ["strategy", "seed", "racing", "capping", "start_from"]

    /// Reads `search:`.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = SearchSettings()
        let section = try value?.section(known: Self.keys)
        settings = SearchSettings(
            strategy: try section?.value("strategy")?.choice(of: StrategyKind.self)
                ?? usual.strategy,
            seed: try section?.value("seed")?.seed() ?? usual.seed,
            racing: try section?.value("racing")?.flag() ?? usual.racing,
            capping: try section?.value("capping")?.flag() ?? usual.capping)
        startFiles = try section?.value("start_from")?.fileNames() ?? []
    }
}

extension DocumentValue {
    /// Reads `true` or `false`.
    fileprivate func flag() throws(ConfigError) -> Bool {
        switch text {
        case "true": true
        case "false": false
        default: throw error(expected: "true or false")
        }
    }

    /// Reads one name of a file, or a list of them.
    fileprivate func fileNames() throws(ConfigError) -> [String] {
        let expected = "the file of a schedule or a study, or a list of such files"
        var names: [String] = []
        for element in elements ?? [self] {
            names.append(try element.string(expected: expected))
        }
        return names
    }
}

extension StudyBudget {
    /// Reads `budget:`, which has trials, processor time, or both.
    init(_ value: DocumentValue) throws(ConfigError) {
        let section = try value.section(known: ["trials", "compute"])
        guard !section.keys.isEmpty else {
            throw value.at("trials").error(
                .missing(expected: "a number of trials, or a time in compute such as 2h"))
        }
        self.init(
            trials: try section.value("trials")?.integer(in: 1...Self.mostTrials)
                ?? Self.mostTrials,
            computeSeconds: try section.value("compute")?.seconds())
    }
}
