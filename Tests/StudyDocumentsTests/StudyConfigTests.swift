import Randomness
import ScheduleSearch
import Studies
import StudyDocuments
import Testing
import Trials

@Suite struct StudyConfigTests {
    private static let full = """
        study: digits
        data:
          file: datasets/digits.csv   # relative to this file
          target: digit
          task: classification
          split: {validation: 0.25, test: 0.125, seed: 9}
        objective: {accuracy: 0.95}
        space:
          patience: {from: 1, to: 12, scale: log}
          increment_size: {from: 0.02, to: 0.6}
          node_insertion_rate: {from: 0, to: 1}
          growth_criterion: [random, gradient]
          optimizer: [adam]
          batch_size: 32
          momentum: {from: 0.5, to: 0.5}
          activation: relu
        search: {strategy: random, seed: 77}
        budget: {trials: 1_200}
        limits: {checks: 500, multiply_adds: 2e9, connections: 3000}
        certification: {finalists: 3, replicates: 7, confirmations: 9}
        cluster: {workers: 2}
        """

    private static let least = """
        study: least
        data: {generated: xor, split: shared}
        objective: {accuracy: 1}
        space: {}
        budget: {trials: 1}
        """

    @Test func `every key of a config is understood`() throws {
        let config = try StudyConfig(yaml: Self.full, file: "digits.yaml")
        #expect(config.name == "digits")
        #expect(config.source == .table(file: "datasets/digits.csv", target: "digit"))
        #expect(config.learning == .classification)
        #expect(
            config.split == SplitPlan(validation: 0.25, test: 0.125, seed: Seed(rawValue: 9))
        )
        #expect(config.target == TargetScore(metric: .accuracy, value: 0.95))
        #expect(
            config.search.settings == SearchSettings(strategy: .random, seed: Seed(rawValue: 77)))
        #expect(config.search.startFiles.isEmpty)
        #expect(config.budget == StudyBudget(trials: 1200))
        #expect(
            config.limits
                == TrainingLimits(checks: 500, multiplyAdds: 2_000_000_000, connections: 3000)
        )
        #expect(
            config.certification == CertificationPlan(finalists: 3, replicates: 7, confirmations: 9)
        )
        #expect(config.workers == 2)
    }

    @Test func `bounds and lists vary, single values are fixed`() throws {
        let space = try StudyConfig(yaml: Self.full, file: "digits.yaml").space
        let fixed = GrowthSchedule()
            .setting(.batchSize, to: .integer(32))
            .setting(.momentum, to: .real(0.5))
            .setting(.activation, to: .category("relu"))
            .setting(.optimizer, to: .category("adam"))
        let expected = SearchSpace(
            base: fixed,
            dimensions: [
                .init(parameter: .incrementSize, domain: .real(range: 0.02...0.6, scale: .log)),
                .init(parameter: .patience, domain: .integer(range: 1...12, scale: .log)),
                .init(parameter: .nodeInsertionRate, domain: .real(range: 0...1, scale: .linear)),
                .init(
                    parameter: .growthCriterion,
                    domain: .category(choices: ["random", "gradient"])
                ),
            ],
            fixesIdle: true
        )
        #expect(space == expected)
    }

    @Test func `a search of the usual space begins with the portfolio, unless it has a start`()
        throws
    {
        let text = """
            study: least
            data: {generated: xor, split: shared}
            objective: {accuracy: 1}
            budget: {trials: 10}
            """
        let digest = try #require(DatasetDigest(rawValue: String(repeating: "0", count: 64)))
        let whole = try StudyConfig(yaml: text, file: "least.yaml").definition(dataset: digest)
        #expect(whole.search.start == Portfolio.schedules && whole.search.design == 5)
        #expect(Portfolio.schedules.allSatisfy(whole.space.contains))
        let started = try StudyConfig(yaml: text, file: "least.yaml")
            .definition(dataset: digest, start: [GrowthSchedule()])
        #expect(started.search.start == [GrowthSchedule()] && started.search.design == 20)
        let narrow = try StudyConfig(yaml: text + "\nspace: {patience: 3}", file: "least.yaml")
            .definition(dataset: digest)
        #expect(narrow.search == SearchSettings())
    }

    @Test func `a value that a config does not name has its default`() throws {
        let config = try StudyConfig(yaml: Self.least, file: "least.yaml")
        #expect(config.source == .generated(.exclusiveOr))
        #expect(config.split.sharesRows)
        #expect(config.learning == .classification)
        #expect(config.space == SearchSpace(dimensions: [], fixesIdle: true))
        #expect(config.search.settings == SearchSettings())
        #expect(config.limits == TrainingLimits())
        #expect(config.certification == CertificationPlan())
        #expect(config.workers == nil)
    }

    @Test(arguments: [
        (
            "{file: a.csv, target: y}",
            DatasetSource.table(file: "a.csv", target: "y")
        ),
        (
            "{train: a.csv, test: c.csv.gz, target: y}",
            .tables(training: "a.csv", validation: nil, test: "c.csv.gz", target: "y")
        ),
        (
            "{images: i.gz, labels: l.gz}",
            .images(training: LabeledImages(images: "i.gz", labels: "l.gz"), test: nil)
        ),
        (
            "{images: i, labels: l, test_images: j, test_labels: m}",
            .images(
                training: LabeledImages(images: "i", labels: "l"),
                test: LabeledImages(images: "j", labels: "m")
            )
        ),
        ("{generated: two_spirals}", .generated(.twoSpirals(pointsPerArm: 97))),
        (
            "{generated: two_spirals, points_per_arm: 50}",
            .generated(.twoSpirals(pointsPerArm: 50))
        ),
        ("{generated: parity, bits: 6}", .generated(.parity(bits: 6))),
    ])
    func `every kind of source is understood`(rows: String, expected: DatasetSource) throws {
        let yaml = """
            study: s
            data: \(rows)
            objective: {accuracy: 0.9}
            space: {}
            budget: {trials: 1}
            """
        #expect(try StudyConfig(yaml: yaml, file: "s.yaml").source == expected)
    }

    @Test(arguments: [
        ("{folds: 5}", SplitPlan(folds: 5, test: 0.2, seed: Seed(rawValue: 1))),
        (
            "{folds: 20, test: 0.25, seed: 9}",
            SplitPlan(folds: 20, test: 0.25, seed: Seed(rawValue: 9))
        ),
    ])
    func `folds give each training a split of its own`(text: String, plan: SplitPlan) throws {
        let yaml = """
            study: s
            data: {train: a.csv, validation: b.csv, target: y, split: \(text)}
            objective: {accuracy: 0.9}
            space: {}
            budget: {trials: 1}
            """
        #expect(try StudyConfig(yaml: yaml, file: "s.yaml").split == plan)
    }

    @Test func `an error as the objective makes a regression`() throws {
        let yaml = """
            study: s
            data: {train: a.csv, validation: b.csv, target: y, split: {validation: 0}}
            objective: {nrmse: 0.15}
            space: {}
            budget: {trials: 1}
            """
        let config = try StudyConfig(yaml: yaml, file: "s.yaml")
        #expect(config.learning == .regression)
        #expect(config.target == TargetScore(metric: .nrmse, value: 0.15))
        #expect(config.split.validation == 0)
    }

    @Test func `a config defines a study on a dataset`() throws {
        let digest = try #require(DatasetDigest(rawValue: String(repeating: "a1", count: 32)))
        let config = try StudyConfig(yaml: Self.full, file: "digits.yaml")
        let expected = StudyDefinition(
            name: "digits",
            dataset: digest,
            learning: .classification,
            split: config.split,
            target: config.target,
            space: config.space,
            search: config.search.settings,
            limits: config.limits,
            certification: config.certification
        )
        #expect(config.definition(dataset: digest) == expected)
    }

    @Test(arguments: [
        ("{}", TrialGuards(stallMilliseconds: 900_000)),
        ("{stall_time: none}", .unguarded),
        (
            "{trial_time: 1.5h, trial_memory: 800MB, stall_time: 0.5s}",
            TrialGuards(milliseconds: 5_400_000, memory: 800_000_000, stallMilliseconds: 500)
        ),
        (
            "{trial_time: none, trial_memory: 2GB}",
            TrialGuards(memory: 2_000_000_000, stallMilliseconds: 900_000)
        ),
    ])
    func `the limits of a trial on its machine are read`(
        cluster: String, guards: TrialGuards
    ) throws {
        let config = try StudyConfig(yaml: "\(Self.least)\ncluster: \(cluster)\n", file: "c.yaml")
        #expect(config.guards == guards)
    }
}
