import Randomness
import ScheduleSearch
import Studies
import Trials

/// Seeds stay below 2⁵³, so that every reader of JSON and SQL keeps them exactly.
private let seeds = 0...(1 << 53 - 1)

let studyNameExpectation = "1 to 64 letters, digits, dots, hyphens and underscores"

extension DocumentValue {
    /// Reads a name that can also be the name of a file.
    func studyName() throws(ConfigError) -> String {
        // A worker's name has the same form, and the same reason for it.
        guard let text, WorkerID(rawValue: text) != nil, !text.hasPrefix(".") else {
            throw error(expected: studyNameExpectation)
        }
        return text
    }

    func seed() throws(ConfigError) -> Seed {
        Seed(rawValue: UInt64(try integer(in: seeds)))
    }
}

extension TargetScore {
    /// Reads `objective:`, which has one score, and perhaps a reliability.
    init(_ value: DocumentValue) throws(ConfigError) {
        let section = try value.section(known: ["accuracy", "nrmse", reliabilityKey])
        guard section.keys.count(where: { $0 != reliabilityKey }) == 1 else {
            throw value.error(
                .illegal(
                    found: section.keys.contains("nrmse") ? "both accuracy and nrmse" : "empty",
                    expected: "one of them, such as {accuracy: 0.95}"
                )
            )
        }
        if let accuracy = section.value("accuracy") {
            guard let share = accuracy.number, share > 0, share <= 1 else {
                throw accuracy.error(expected: "a number above 0 and up to 1")
            }
            self.init(metric: .accuracy, value: share)
            return
        }
        let error = try section.required("nrmse", expected: "a number above 0")
        guard let largest = error.number, largest > 0 else {
            throw error.error(expected: "a number above 0")
        }
        self.init(metric: .nrmse, value: largest)
    }
}

private let reliabilityKey = "reliability"

/// Reads the share of trainings that must reach the target, from `objective:`.
func reliability(_ objective: DocumentValue, usual: Double) throws(ConfigError) -> Double {
    let section = try objective.section(known: ["accuracy", "nrmse", reliabilityKey])
    guard let value = section.value(reliabilityKey) else { return usual }
    guard let share = value.number, share >= 0, share <= 1 else {
        throw value.error(expected: "a share from 0 to 1, such as 0.8")
    }
    return share
}

extension LearningTask {
    /// Reads `task:` of `data:`, which follows from the objective where it is missing.
    init(
        _ rows: DocumentSection,
        source: DatasetSource,
        target: TargetScore,
        objective: DocumentValue
    ) throws(ConfigError) {
        let value = rows.value("task")
        let task =
            try value?.choice(of: TaskWord.self).learning ?? LearningTask(judgedBy: target.metric)
        if task == .regression, !source.canBeRegression {
            let complaint = "classification, because the rows have classes"
            throw (value ?? objective.at(target.metric.rawValue)).error(
                .illegal(found: value?.text ?? "regression", expected: complaint)
            )
        }
        guard target.metric == task.metric else {
            let word = value?.text ?? task.rawValue
            throw objective.error(
                .illegal(
                    found: target.metric.rawValue,
                    expected: "\(task.metric.rawValue), because data.task is \(word)"
                )
            )
        }
        self = task
    }
}

extension DatasetSource {
    fileprivate var canBeRegression: Bool {
        switch self {
        case .table, .tables, .series: true
        case .images, .generated: false
        }
    }
}

extension TrainingLimits {
    /// Reads `limits:`.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = TrainingLimits()
        let section = try value?.section(known: ["checks", "multiply_adds", "connections"])
        self.init(
            // Every check is a point of the report's curve, and a message has room for so many.
            checks: try section?.value("checks")?.integer(in: 2...20_000) ?? usual.checks,
            multiplyAdds: try section?.value("multiply_adds")?.integer(in: 1...(1 << 53))
                ?? usual.multiplyAdds,
            connections: try section?.value("connections")?.integer(in: 1...100_000_000)
                ?? usual.connections
        )
    }
}

extension CertificationPlan {
    /// Reads `certification:`; fewer than five replicates would say too little.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = CertificationPlan()
        let section = try value?.section(known: ["finalists", "replicates", "confirmations"])
        self.init(
            finalists: try section?.value("finalists")?.integer(in: 1...1000) ?? usual.finalists,
            replicates: try section?.value("replicates")?.integer(in: 5...1000)
                ?? usual.replicates,
            confirmations: try section?.value("confirmations")?.integer(in: 0...1000)
                ?? usual.confirmations
        )
    }
}
