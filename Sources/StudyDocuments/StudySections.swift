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

    fileprivate func seed() throws(ConfigError) -> Seed {
        Seed(rawValue: UInt64(try integer(in: seeds)))
    }
}

extension SplitPlan {
    private static let unless = "unless data names a file for it"

    /// Reads `split:` of `data:`; a fifth each is for validation and test where it says nothing.
    init(
        _ rows: DocumentSection,
        provided: (validation: Bool, test: Bool)
    ) throws(ConfigError) {
        let usual = SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        guard let value = rows.value("split") else {
            self = usual
            return
        }
        if let text = value.text {
            guard text == "shared" else {
                throw value.error(expected: "shared, or a section with validation, test, seed")
            }
            self.init(validation: 0, test: 0, seed: usual.seed, sharesRows: true)
            return
        }
        let section = try value.section(known: ["validation", "test", "seed"])
        let validation =
            try section.value("validation")?.share(mayBeZero: provided.validation)
            ?? usual.validation
        let test = try section.value("test")?.share(mayBeZero: provided.test) ?? usual.test
        guard validation + test < 1 else {
            throw value.error(
                .illegal(
                    found: "\(validation) for validation and \(test) for test",
                    expected: "less than 1 together, so that rows are left to train on"
                )
            )
        }
        self.init(
            validation: validation,
            test: test,
            seed: try section.value("seed")?.seed() ?? usual.seed
        )
    }
}

extension DocumentValue {
    fileprivate func share(mayBeZero: Bool) throws(ConfigError) -> Double {
        guard let share = number, share < 1, share > 0 || (mayBeZero && share == 0) else {
            let lowest = mayBeZero ? "from 0" : "above 0"
            throw error(expected: "a number \(lowest) and below 1")
        }
        return share
    }
}

extension TargetScore {
    /// Reads `objective:`, which has one key.
    init(_ value: DocumentValue) throws(ConfigError) {
        let section = try value.section(known: ["accuracy", "nrmse"])
        guard section.keys.count == 1 else {
            throw value.error(
                .illegal(
                    found: section.keys.isEmpty ? "empty" : "both accuracy and nrmse",
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

extension LearningTask {
    /// Reads `task:` of `data:`, which follows from the objective where it is missing.
    init(
        _ rows: DocumentSection,
        source: DatasetSource,
        target: TargetScore,
        objective: DocumentValue
    ) throws(ConfigError) {
        let value = rows.value("task")
        if let value, value.text == "series" {
            throw value.error(
                expected: "classification or regression; series are not supported yet"
            )
        }
        let task =
            try value?.choice(of: LearningTask.self)
            ?? (target.metric == .accuracy ? .classification : .regression)
        if task == .regression, !source.canBeRegression {
            let complaint = "classification, because the rows have classes"
            throw (value ?? objective.at(target.metric.rawValue)).error(
                .illegal(found: "regression", expected: complaint)
            )
        }
        let metric: ScoreMetric = task == .classification ? .accuracy : .nrmse
        guard target.metric == metric else {
            throw objective.error(
                .illegal(
                    found: target.metric.rawValue,
                    expected: "\(metric.rawValue), because data.task is \(task.rawValue)"
                )
            )
        }
        self = task
    }
}

extension DatasetSource {
    fileprivate var canBeRegression: Bool {
        switch self {
        case .table, .tables: true
        case .images, .generated: false
        }
    }
}

extension SearchSettings {
    /// Reads `search:`.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = SearchSettings()
        let section = try value?.section(known: ["strategy", "seed"])
        self.init(
            strategy: try section?.value("strategy")?.choice(of: StrategyKind.self)
                ?? usual.strategy,
            seed: try section?.value("seed")?.seed() ?? usual.seed
        )
    }
}

extension StudyBudget {
    /// Reads `budget:`.
    init(_ value: DocumentValue) throws(ConfigError) {
        let range = 1...10_000_000
        let trials = try value.section(known: ["trials"]).required(
            "trials",
            expected: "a whole number from 1 to \(range.upperBound)"
        )
        self.init(trials: try trials.integer(in: range))
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
