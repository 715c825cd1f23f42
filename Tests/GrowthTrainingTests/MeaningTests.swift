import Datasets
import GrowthTraining
import SparseLearning
import Testing
import Trials

/// What the table says of when a parameter means something, held against trainings.
@Suite struct MeaningTests {
    @Test(arguments: bareSchedules, [Sample.second, .last])
    func `what means nothing changes no training`(bare: GrowthSchedule, sample: Sample) throws {
        let changed = ScheduleParameter.allCases.filter { !bare.means($0) }
            .reduce(bare) { $0.setting($1, to: sample.value(of: $1)) }
        #expect(changed != bare)
        #expect(try Self.reports(changed) == Self.reports(bare))
    }

    @Test(arguments: ParameterTable.rows.filter { !$0.conditions.isEmpty }.map(\.parameter))
    func `what means something by any of its conditions changes a training`(
        parameter: ScheduleParameter
    ) throws {
        for condition in parameter.definition.conditions {
            let schedule = Self.bare(of: parameter).setting(condition.parameter, to: condition.some)
            #expect(schedule.means(parameter))
            let reports = try Self.reports(schedule)
            let isFelt = try Sample.allCases.contains { sample in
                try Self.reports(schedule.setting(parameter, to: sample.value(of: parameter)))
                    != reports
            }
            #expect(isFelt, "\(parameter.rawValue) where \(condition)")
        }
    }

    @Test func `what is for classes changes no training of numbers`() throws {
        let forClasses = ParameterTable.rows.filter(\.isForClasses).map(\.parameter)
        let reports = try [[], forClasses].map { changed in
            let schedule = changed.reduce(Self.busy) {
                $0.setting($1, to: Sample.last.value(of: $1))
            }
            let task = TrainingTask(
                schedule, metric: .nrmse, target: 0.3,
                limits: TrainingLimits(checks: 80, connections: 60))
            return try #require(GrowthTrainer(task: task, dataset: .surface).train()).report
        }
        #expect(forClasses.count == 2)
        #expect(reports[0] == reports[1])
    }

    /// The schedules under each of which some parameters mean nothing.
    static let bareSchedules: [GrowthSchedule] = {
        let all = ParameterTable.rows.filter { !$0.conditions.isEmpty }.map {
            bare(of: $0.parameter)
        }
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }()

    /// A schedule of short trainings under which a parameter means nothing.
    private static func bare(of parameter: ScheduleParameter) -> GrowthSchedule {
        parameter.definition.conditions.reduce(busy) {
            $0.setting($1.parameter, to: $1.none)
        }
    }

    /// Everything happens early and often.
    private static let busy = GrowthSchedule()
        .setting(.patience, to: .integer(1)).setting(.minimumImprovement, to: .real(0.1))
        .setting(.incrementSize, to: .real(1)).setting(.initialHiddenNodes, to: .integer(2))
        .setting(.growthRewiringInterval, to: .integer(30))
        .setting(.nodeInsertionRate, to: .real(0.5)).setting(.batchSize, to: .integer(16))
        .setting(.thinningSteps, to: .integer(40)).setting(.tuningSteps, to: .integer(200))
        .setting(.growthDropFraction, to: .real(0.2)).setting(.activation, to: .category("tanh"))

    /// What becomes of some clouds, of noise, and of exclusive or, which needs hidden nodes.
    private static func reports(_ schedule: GrowthSchedule) throws -> [TrainingReport] {
        try [(PreparedDataset.fewClouds, 0.98), (.noise, 1), (.exclusiveOr, 1)].map {
            dataset, target in
            let task = TrainingTask(
                schedule, target: target, sharesRows: true,
                limits: TrainingLimits(checks: 80, connections: 60))
            return try #require(GrowthTrainer(task: task, dataset: dataset).train()).report
        }
    }
}

extension ParameterCondition {
    /// A value under which it holds.
    fileprivate var some: ParameterValue { candidates.first(where: values.contains) ?? other }

    /// A value under which it does not hold.
    fileprivate var none: ParameterValue {
        candidates.first { !values.contains($0) } ?? other
    }

    private var candidates: [ParameterValue] {
        [Sample.second, .last, .first].map { $0.value(of: parameter) }
    }

    private var other: ParameterValue { preconditionFailure("\(self) holds for all or none") }
}

extension PreparedDataset {
    /// Few clouds, whose classes are not equally frequent.
    fileprivate static let fewClouds = PreparedDataset(shared: Puzzle.clouds(48, seed: 5))
}
