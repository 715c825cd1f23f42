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
    func `a name is in snake case`(parameter: ScheduleParameter) {
        let name = parameter.rawValue
        #expect(name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) })
        #expect(ScheduleParameter(rawValue: name) == parameter)
    }

    @Test func `positions count the table`() {
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
        let words: [(ScheduleParameter, (GrowthSchedule) -> String)] = [
            (.nodeWiring, { $0.nodeWiring.rawValue }),
            (.growthCriterion, { $0.growthCriterion.rawValue }),
            (.activation, { $0.activation.rawValue }),
            (.optimizer, { $0.optimizer.rawValue }),
            (.thinning, { $0.thinning.rawValue }),
            (.classSampling, { $0.classSampling.rawValue }),
            (.secondGrowth, { $0.secondGrowth.rawValue }),
        ]
        for (parameter, read) in words {
            guard case .category(let choices) = parameter.definition.domain else {
                Issue.record("\(parameter) has no words")
                continue
            }
            for choice in choices {
                #expect(read(GrowthSchedule().setting(parameter, to: .category(choice))) == choice)
            }
        }
    }
}
