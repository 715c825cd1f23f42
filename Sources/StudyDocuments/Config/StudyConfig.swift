package import ScheduleSearch
package import Studies
package import Trials

/// The content of a config file: everything about a study except the rows.
package struct StudyConfig: Hashable, Sendable {
    /// The study's name.
    package let name: String
    /// Where the rows come from.
    package let source: DatasetSource
    /// What kind of target the data have.
    package let learning: LearningTask
    /// How the rows are split.
    package let split: SplitPlan
    /// What a network must reach.
    package let target: TargetScore
    /// The share of its trainings that must reach the target.
    package let reliability: Double
    /// The schedules to search; without `space:` the usual ones.
    package let space: SearchSpace
    /// How to search them.
    package let search: SearchSection
    /// How much the search may spend.
    package let budget: StudyBudget
    /// The limits at which a trial stops at the latest.
    package let limits: TrainingLimits
    /// How the winner is chosen.
    package let certification: CertificationPlan
    /// Worker processes on this machine; `nil` means one for each core.
    package let workers: Int?
    /// What a trial may take on its machine: time, memory, and time for one check.
    package let guards: TrialGuards

    /// The positions of the keys of `data`, so that an error about a file can name its line.
    private let dataPlaces: [String: Place]

    private struct Place: Hashable {
        let file: String
        let line: Int
        let column: Int

        init(_ value: DocumentValue) {
            file = value.file
            line = value.line
            column = value.column
        }
    }

    private static let keys = [
        "study", "data", "objective", "space", "search", "budget", "limits", "certification",
        "cluster",
    ]

    /// Reads the text of a config.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name of the document, for error messages.
    /// - Throws: `ConfigError` for the first thing that is wrong.
    package init(yaml: String, file: String) throws(ConfigError) {
        let document = try parseSection(yaml: yaml, file: file, known: Self.keys)
        name = try document.required("study", expected: studyNameExpectation).studyName()
        let rows = try document.required("data", expected: "where the rows come from")
            .section(known: DatasetSource.keys)
        source = try DatasetSource(rows)
        dataPlaces = Dictionary(
            rows.keys.compactMap { key in
                rows.value(key).map { ("data.\(key)", Place($0)) }
            },
            uniquingKeysWith: { first, _ in first })
        split = try SplitPlan(rows, source: source)
        let objective = try document.required(
            "objective",
            expected: "what to reach, such as {accuracy: 0.95}"
        )
        let wanted = try ObjectiveSection(objective)
        (target, reliability) = (wanted.target, wanted.reliability)
        learning = try LearningTask(rows, source: source, target: target, objective: objective)
        if let value = document.value("space") {
            space = try SearchSpace(value, learning: learning)
        } else {
            space = .usual
        }
        search = try SearchSection(document.value("search"))
        budget = try StudyBudget(try document.required("budget", expected: "trials"))
        limits = try TrainingLimits(document.value("limits"))
        certification = try CertificationPlan(document.value("certification"))
        let cluster = try document.value("cluster")?.section(
            known: ["workers", "trial_time", "trial_memory", "stall_time"])
        workers = try cluster?.value("workers")?.integer(in: 1...1024)
        guards = try TrialGuards(cluster)
    }

    /// The line of a key such as `data.file`, if it is there.
    package func line(of key: String) -> Int? {
        dataPlaces[key]?.line
    }

    /// Returns the error that a key of `data` does not fit the rows.
    ///
    /// - Parameter key: such as `data.target`; the result is `nil` if the config does not have it.
    package func error(at key: String, found: String, expected: String) -> ConfigError? {
        guard let place = dataPlaces[key] else { return nil }
        return ConfigError(
            file: place.file, line: place.line, column: place.column, key: key,
            problem: .illegal(found: found, expected: expected))
    }

    /// The definition of this config's study, on the rows with this digest.
    ///
    /// - Parameters:
    ///   - space: the schedules to search, instead of the config's.
    ///   - start: the schedules to try first.
    package func definition(
        dataset: DatasetDigest, space: SearchSpace? = nil, start: [GrowthSchedule] = []
    ) -> StudyDefinition {
        StudyDefinition(
            name: name,
            dataset: dataset,
            learning: learning,
            split: split,
            target: target,
            space: space ?? self.space,
            search: beginsWithPortfolio(space, start)
                ? search.settings.startingWithPortfolio : search.settings.starting(from: start),
            limits: limits,
            certification: certification,
            reliability: reliability
        )
    }

    /// Whether a search of the usual space begins with the portfolio, as no other start is given.
    private func beginsWithPortfolio(_ other: SearchSpace?, _ start: [GrowthSchedule]) -> Bool {
        other == nil && space == .usual && start.isEmpty
    }
}
