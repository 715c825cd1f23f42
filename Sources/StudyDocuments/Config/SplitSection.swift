import Randomness
import Trials

extension SplitPlan {
    private static let usual = SplitPlan(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))

    /// Reads `split:` of `data:`; by default, a fifth each is for validation and test, the same for
    /// all trainings.
    init(_ rows: DocumentSection, source: DatasetSource) throws(ConfigError) {
        guard let value = rows.value("split") else {
            self = Self.usual
            return
        }
        let isByTime = if case .series = source { true } else { false }
        if value.text != nil {
            if isByTime { throw value.error(expected: "shares, because a series is split by time") }
            self = try Self.shared(value)
            return
        }
        let section = try value.section(known: ["validation", "folds", "test", "seed"])
        if isByTime { try Self.refuseDrawing(section) }
        if let plan = try Self.folds(section, provided: source.provides) {
            self = plan
        } else {
            self = try .shares(section, provided: source.provides)
        }
    }

    /// Refuses the keys of splits that are drawn, since the rows of a series keep their order.
    private static func refuseDrawing(_ section: DocumentSection) throws(ConfigError) {
        if let seed = section.value("seed") {
            throw seed.error(expected: "no such key, because a series is split by time")
        }
        if let folds = section.value("folds") {
            throw folds.error(
                expected:
                    "no such key, because a series is split by time, so that later rows judge "
                    + "what earlier ones taught; give validation instead")
        }
    }

    /// Reads the plan that gives each training a split of its own; `nil` if it has no folds.
    private static func folds(
        _ section: DocumentSection, provided: (validation: Bool, test: Bool)
    ) throws(ConfigError) -> SplitPlan? {
        guard let folds = section.value("folds") else { return nil }
        let count = try folds.integer(in: foldRange)
        guard section.value("validation") == nil else {
            throw folds.error(
                expected: "no such key besides validation, because \(count) folds make 1 row in "
                    + "\(count) a validation row; remove one of the two")
        }
        return SplitPlan(
            folds: count,
            test: try section.value("test")?.share(mayBeZero: provided.test) ?? usual.test,
            seed: try section.value("seed")?.seed() ?? usual.seed)
    }

    private static func shared(_ value: DocumentValue) throws(ConfigError) -> SplitPlan {
        guard value.text == "shared" else {
            throw value.error(expected: "shared, or a section with validation or folds, test, seed")
        }
        return SplitPlan(validation: 0, test: 0, seed: usual.seed, sharesRows: true)
    }

    private static func shares(
        _ section: DocumentSection, provided: (validation: Bool, test: Bool)
    ) throws(ConfigError) -> SplitPlan {
        let plan = SplitPlan(
            validation: try section.value("validation")?.share(mayBeZero: provided.validation)
                ?? usual.validation,
            test: try section.value("test")?.share(mayBeZero: provided.test) ?? usual.test,
            seed: try section.value("seed")?.seed() ?? usual.seed)
        let taken = (provided.validation ? 0 : plan.validation) + (provided.test ? 0 : plan.test)
        guard taken < 1 else {
            throw section.whole.error(
                .illegal(
                    found: "\(plan.validation) for validation and \(plan.test) for test",
                    expected: "less than 1 together, so that rows are left to train on"))
        }
        return plan
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
