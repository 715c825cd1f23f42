import Datasets
import GrowthTraining
import Trials

/// Small trainings that between them go through every part of a training, and what they come to.
///
/// Their schedules name what they are about; all else is the default. What a training comes to is
/// not to change, wanted or not: old journals could then no longer be verified.
enum GoldenTask: String, CaseIterable {
    case defaultOnClasses, defaultOnNumbers, defaultOnSharedRows
    case momentumResidualCascade, momentumRandomTanh, leakyRandom
    case magnitudeRewind, reinitialised, noSecondGrowth, censored
    case clippedNumbers, clippedMomentum
    case classWeights, classSampling, logistic
    case decayAndLasso, decayOfMomentum, dropoutAndNoise, averaged
    case rewiredGrowth, rewiredGrowthOfRelu, warmUp, exploration

    /// The training's network, curve and counts in one line: fingerprint, how it ended, live
    /// connections, hidden nodes, inputs, checks, epochs, multiply–adds.
    var expected: String {
        switch self {
        case .defaultOnClasses:
            "94f26851d9076691 reached 4 0 2 400 1619 6568200"
        case .defaultOnNumbers:
            "75ff3416d6d1cb78 reached 6 2 2 400 1623 19591950"
        case .defaultOnSharedRows:
            "3425b9ce9acd8171 reached 3 1 2 323 13064 399480"
        case .momentumResidualCascade:
            "e880c9023fbfeed7 fully grown 120 12 10 53 212 8334350"
        case .momentumRandomTanh:
            "0020acd7be409725 fully grown 120 12 10 53 212 8297550"
        case .leakyRandom:
            "7ec230a381d38abe fully grown 120 12 10 53 212 8413800"
        case .magnitudeRewind:
            "9688c601a2349b86 reached 6 2 2 321 1299 12938910"
        case .reinitialised:
            "9ca35f7a0cf19e1c reached 7 2 2 288 1165 18063540"
        case .noSecondGrowth:
            "5ad16d399db5c210 reached 7 2 2 142 575 14136900"
        case .censored:
            "9dc0d24fe0d80637 censored 2 6 2 2 127 514 13659270"
        case .clippedNumbers:
            "18f41ec7b0350431 reached 7 2 2 262 1062 17015550"
        case .clippedMomentum:
            "13648d1e8b8053b7 fully grown 120 12 10 54 216 8331300"
        case .classWeights:
            "dd05e998235ae5f9 fully grown 120 12 10 52 208 8271300"
        case .classSampling:
            "60f0134d9b1c477d fully grown 120 12 10 52 208 8271300"
        case .logistic:
            "2ebc9ac337073f59 fully grown 120 18 2 44 220 25154904"
        case .decayAndLasso:
            "773d6f0d419be754 fully grown 120 12 10 53 212 28496650"
        case .decayOfMomentum:
            "2e300d5896381d35 reached 16 2 5 25 100 2994500"
        case .dropoutAndNoise:
            "f619f86f75a7222c fully grown 120 12 10 52 208 28432900"
        case .averaged:
            "fe0a1357d1a21ea5 reached 6 2 2 291 1179 17571180"
        case .rewiredGrowth:
            "c5a5061baf0bb74a fully grown 120 7 10 36 173 10189054"
        case .rewiredGrowthOfRelu:
            "607a14e7180781d9 reached 28 5 5 28 120 5139330"
        case .warmUp:
            "6e54ed1bb08b8b86 reached 8 2 2 269 1088 18785100"
        case .exploration:
            "7546d612800b4c02 fully grown 120 12 10 51 204 28470400"
        }
    }

    /// What is trained.
    var task: TrainingTask {
        TrainingTask(
            schedule, metric: isOfNumbers ? .nrmse : .accuracy, target: target,
            sharesRows: isShared, limits: limits,
            cap: self == .censored ? 2 : nil)
    }

    /// What it is trained on.
    var dataset: PreparedDataset {
        switch self {
        case .defaultOnSharedRows: .exclusiveOr
        case .logistic: PreparedDataset(shared: Puzzle.twoSpirals())
        default: isOfNumbers ? .surface : .clouds
        }
    }

    /// Numbers are harder to thin for than clouds, of which four connections tell enough.
    private var isOfNumbers: Bool {
        switch self {
        case .defaultOnNumbers, .rewiredGrowthOfRelu, .decayOfMomentum: true
        default: thins && self != .defaultOnClasses && self != .defaultOnSharedRows
        }
    }

    /// What growth alone does not reach, so that it gets to all that it could try.
    private var target: Double { isOfNumbers ? 0.3 : thins && !isShared ? 0.92 : 1 }

    private var isShared: Bool { self == .defaultOnSharedRows }

    private var limits: TrainingLimits {
        TrainingLimits(checks: thins ? 400 : 80, connections: 120)
    }

    private var thins: Bool { schedule.thinning != .none }

    private var schedule: GrowthSchedule {
        switch self {
        case .defaultOnClasses, .defaultOnNumbers, .defaultOnSharedRows: GrowthSchedule.earlier
        case .momentumResidualCascade: growing(.momentum, .residual, .cascade)
        case .momentumRandomTanh: growing(.momentum, .random).with(.activation, "tanh")
        case .leakyRandom: growing(.adam, .random).with(.growthCriterion, "random")
        case .magnitudeRewind:
            thinning.with(.thinning, "magnitude").with(.secondGrowth, "rewind")
                .with(.nodeWiring, "residual")
        case .reinitialised: thinning.with(.secondGrowth, "reinitialise").with(.tuningEnd, "steps")
        case .noSecondGrowth: thinning.with(.secondGrowth, "none").with(.activation, "relu")
        case .censored: thinning.with(.secondGrowth, "none")
        case .clippedNumbers: thinning.with(.gradientClipping, 1.2)
        case .clippedMomentum: growing(.momentum, .residual).with(.gradientClipping, 1.1)
        case .classWeights: growing(.adam, .residual).with(.classWeighting, "balanced")
        case .classSampling: growing(.adam, .residual).with(.classSampling, "balanced")
        case .logistic: growing(.adam, .correlation, .cascade).with(.activation, "tanh")
        case .decayAndLasso:
            growing(.adam, .correlation).with(.weightDecay, 0.02).with(.lasso, 0.002)
        case .decayOfMomentum:
            growing(.momentum, .correlation).with(.weightDecay, 0.02).with(.lasso, 0.002)
        case .dropoutAndNoise:
            growing(.adam, .correlation).with(.inputDropout, 0.1).with(.inputNoise, 0.2)
        case .averaged: thinning.with(.averagingShare, 0.4).with(.tuningEnd, "steps")
        case .rewiredGrowth:
            rewiring.with(.rewiringBatches, 3).with(.nodeWiring, "residual")
        case .rewiredGrowthOfRelu:
            rewiring.with(.activation, "relu").with(.growthCriterion, "random")
        case .warmUp: thinning.with(.warmUpSteps, 60).with(.optimizer, "momentum")
        case .exploration: growing(.adam, .correlation).with(.explorationShare, 0.5)
        }
    }

    /// Grows at nearly every check, so that few of them try much.
    private func growing(
        _ optimizer: OptimizerChoice, _ wiring: NodeWiring, _ placement: NodePlacement = .layer
    ) -> GrowthSchedule {
        GrowthSchedule.earlier.with(.thinning, "none").with(.optimizer, optimizer.rawValue)
            .with(.nodeWiring, wiring.rawValue).with(.nodePlacement, placement.rawValue)
            .with(.patience, 1).with(.minimumImprovement, 0.1).with(.nodeInsertionRate, 0.5)
            .with(.nodeFanIn, 3).with(.scoreSamples, 200)
    }

    private var rewiring: GrowthSchedule {
        growing(.adam, .correlation).with(.growthDropFraction, 0.3)
            .with(.growthRewiringInterval, 15).with(.initialHiddenNodes, 3)
            .with(.initialDensity, 0.3)
    }

    /// Short stages, of which there are many.
    private var thinning: GrowthSchedule {
        GrowthSchedule.earlier.with(.thinningSteps, 100).with(.tuningSteps, 200)
            .with(.dropFraction, 0.3).with(.rewiringInterval, 20)
    }
}

extension GrowthSchedule {
    fileprivate func with(_ parameter: ScheduleParameter, _ word: String) -> Self {
        setting(parameter, to: .category(word))
    }

    fileprivate func with(_ parameter: ScheduleParameter, _ number: Double) -> Self {
        setting(parameter, to: .real(number))
    }

    fileprivate func with(_ parameter: ScheduleParameter, _ number: Int) -> Self {
        setting(parameter, to: .integer(number))
    }
}
