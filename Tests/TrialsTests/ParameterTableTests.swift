import Testing
import Trials

@Suite struct ParameterTableTests {
    @Test(arguments: ScheduleParameter.allCases)
    func `a default is legal`(parameter: ScheduleParameter) {
        let definition = parameter.definition
        #expect(definition.domain.contains(definition.defaultValue))
        #expect(GrowthSchedule()[parameter] == definition.defaultValue)
    }

    @Test(arguments: ScheduleParameter.allCases)
    func `a logarithmic range is positive`(parameter: ScheduleParameter) {
        switch parameter.definition.domain {
        case .real(let range, .log): #expect(range.lowerBound > 0)
        case .integer(let range, .log): #expect(range.lowerBound > 0)
        case .real(let range, .linear): #expect(range.lowerBound < range.upperBound)
        case .integer(let range, .linear): #expect(range.lowerBound < range.upperBound)
        case .category(let choices): #expect(Set(choices).count == choices.count)
        }
    }

    @Test(arguments: ScheduleParameter.allCases)
    func `a row says what the parameter means, on one line`(parameter: ScheduleParameter) {
        let definition = parameter.definition
        #expect(!definition.meaning.isEmpty && !definition.meaning.contains("\n"))
        #expect(!definition.unit.isEmpty)
    }

    @Test(arguments: ScheduleParameter.allCases)
    func `a row says where the parameter is taken from`(parameter: ScheduleParameter) {
        #expect(parameter.definition.source.contains { $0.isLetter })
    }

    @Test func `no two rows say the same`() {
        let meanings = ScheduleParameter.allCases.map(\.definition.meaning)
        #expect(Set(meanings).count == meanings.count)
    }

    @Test(arguments: ScheduleParameter.allCases)
    func `a row is that of its parameter`(parameter: ScheduleParameter) {
        #expect(parameter.definition.parameter == parameter)
    }

    @Test func `every parameter has one row`() {
        #expect(ParameterTable.complaint(about: ParameterTable.rows) == nil)
    }

    @Test func `a row that is missing or doubled is found`() {
        var rows = ParameterTable.rows
        rows.removeAll { $0.parameter == .lasso }
        #expect(ParameterTable.complaint(about: rows) == "lasso has 0 rows, not one")
        rows += [ScheduleParameter.lasso, .lasso].map(\.definition)
        #expect(ParameterTable.complaint(about: rows) == "lasso has 2 rows, not one")
    }

    @Test(arguments: SchedulePart.allCases)
    func `a part has parameters`(part: SchedulePart) {
        #expect(ParameterTable.rows.contains { $0.part == part })
    }

    @Test(arguments: ScheduleParameter.allCases)
    func `a name is in snake case`(parameter: ScheduleParameter) {
        let name = parameter.rawValue
        #expect(name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) })
        #expect(ScheduleParameter(rawValue: name) == parameter)
    }

    @Test func `positions are indices of the table`() {
        #expect(
            ScheduleParameter.allCases.map(\.position)
                == Array(0..<ScheduleParameter.allCases.count)
        )
    }

    @Test func `every parameter can be read under its name in the field`() {
        let schedule = Fixtures.schedule
        #expect(schedule.initialDensity == 0.03125)
        #expect(schedule.initialHiddenNodes == 4)
        #expect(schedule.incrementSize == 0.25)
        #expect(schedule.patience == 5)
        #expect(schedule.minimumImprovement == 0.0078125)
        #expect(schedule.nodeInsertionRate == 1)
        #expect(schedule.nodeWiring == .random)
        #expect(schedule.nodeFanIn == 6)
        #expect(schedule.growthCriterion == .random)
        #expect(schedule.activation == .relu)
        #expect(schedule.optimizer == .momentum)
        #expect(schedule.learningRate == 0.0625)
        #expect(schedule.learningRateDecay == 0.5)
        #expect(schedule.momentum == 0.75)
        #expect(schedule.weightDecay == 0.001)
        #expect(schedule.cooldown == 3)
        #expect(schedule.nodePlacement == .cascade)
        #expect(schedule.nodeFanOut == 4)
        #expect(schedule.explorationShare == 0.375)
        #expect(schedule.scoreSamples == 512)
        #expect(schedule.growthDropFraction == 0.125)
        #expect(schedule.inputScaling == .range)
        #expect(schedule.inputDropout == 0.0625)
        #expect(schedule.lasso == 0.0625)
        #expect(schedule.gradientClipping == 2)
        #expect(schedule.warmUpSteps == 200)
        #expect(schedule.classWeighting == .balanced)
        #expect(schedule.firstThinningRate == 0.5)
        #expect(schedule.growthLimit == 900)
        #expect(schedule.thinningGoal == 12)
        #expect(schedule.tuningEnd == .steps)
        #expect(schedule.initialWeightScale == 2.5)
        #expect(schedule.batchSize == 32)
        #expect(schedule.maximumEpochs == 150)
        #expect(schedule.thinning == .magnitude)
        #expect(schedule.overshoot == 2.5)
        #expect(schedule.thinningRate == 0.75)
        #expect(schedule.thinningSteps == 300)
        #expect(schedule.tuningSteps == 700)
        #expect(schedule.thinningLearningRate == 1.5)
        #expect(schedule.thinningWeightDecay == 0.125)
        #expect(schedule.dropFraction == 0.25)
        #expect(schedule.rewiringInterval == 40)
        #expect(schedule.rewiringBatches == 8)
        #expect(schedule.inputNoise == 0.25)
        #expect(schedule.classSampling == .balanced)
        #expect(schedule.secondGrowth == .rewind)
        #expect(schedule.growthRewiringInterval == 60)
        #expect(schedule.averagingShare == 0.75)
    }

    @Test func `every word of the table can be read in the field`() {
        expectWords(of: .nodeWiring, \.nodeWiring)
        expectWords(of: .nodePlacement, \.nodePlacement)
        expectWords(of: .growthCriterion, \.growthCriterion)
        expectWords(of: .activation, \.activation)
        expectWords(of: .inputScaling, \.inputScaling)
        expectWords(of: .optimizer, \.optimizer)
        expectWords(of: .thinning, \.thinning)
        expectWords(of: .tuningEnd, \.tuningEnd)
        expectWords(of: .classWeighting, \.classWeighting)
        expectWords(of: .classSampling, \.classSampling)
        expectWords(of: .secondGrowth, \.secondGrowth)
    }

    private func expectWords<Choice: ScheduleChoice>(
        of parameter: ScheduleParameter, _ property: KeyPath<GrowthSchedule, Choice>
    ) {
        let words = Choice.allCases.map(\.rawValue)
        #expect(parameter.definition.domain == .category(choices: words))
        for choice in Choice.allCases {
            let schedule = GrowthSchedule().setting(parameter, to: .category(choice.rawValue))
            #expect(schedule[keyPath: property] == choice)
        }
    }
}
