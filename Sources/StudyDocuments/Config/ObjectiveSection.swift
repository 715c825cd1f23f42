import Studies
package import Trials

/// The content of `objective:`: the score that a network must reach, and how reliably.
package struct ObjectiveSection: Hashable, Sendable {
    /// What a network must reach.
    package let target: TargetScore
    /// The share of its trainings that must reach it for a schedule to win (0…1).
    package let reliability: Double

    private static let scores = ["accuracy", "nrmse"]

    /// Reads `objective:`: one score, and optionally a reliability.
    init(_ value: DocumentValue) throws(ConfigError) {
        let section = try value.section(known: Self.scores + ["reliability"])
        guard section.keys.count(where: Self.scores.contains) == 1 else {
            throw value.error(
                .illegal(
                    found: section.keys.contains("nrmse") ? "both accuracy and nrmse" : "empty",
                    expected: "one of them, such as {accuracy: 0.95}"))
        }
        target = try Self.target(section)
        reliability =
            try section.value("reliability").map(Self.reliability)
            ?? StudyDefinition.usualReliability
    }

    private static func target(_ section: DocumentSection) throws(ConfigError) -> TargetScore {
        if let accuracy = section.value("accuracy") {
            guard let share = accuracy.number, share > 0, share <= 1 else {
                throw accuracy.error(expected: "a number above 0 and up to 1")
            }
            return TargetScore(metric: .accuracy, value: share)
        }
        let error = try section.required("nrmse", expected: "a number above 0")
        guard let largest = error.number, largest > 0 else {
            throw error.error(expected: "a number above 0")
        }
        return TargetScore(metric: .nrmse, value: largest)
    }

    private static func reliability(_ value: DocumentValue) throws(ConfigError) -> Double {
        guard let share = value.number, share >= 0, share <= 1 else {
            throw value.error(expected: "a share from 0 to 1, such as 0.8")
        }
        return share
    }
}
