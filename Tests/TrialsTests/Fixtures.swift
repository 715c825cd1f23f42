import FoundationEssentials
import Randomness
import Trials

/// Values with every part set, so that the golden texts do not depend on defaults.
enum Fixtures {
    static let schedule = GrowthSchedule()
        .setting(.initialDensity, to: .real(0.03125))
        .setting(.initialHiddenNodes, to: .integer(4))
        .setting(.incrementSize, to: .real(0.25))
        .setting(.patience, to: .integer(5))
        .setting(.minimumImprovement, to: .real(0.0078125))
        .setting(.nodeInsertionRate, to: .real(1))
        .setting(.nodeWiring, to: .category("random"))
        .setting(.nodeFanIn, to: .integer(6))
        .setting(.growthCriterion, to: .category("random"))
        .setting(.activation, to: .category("relu"))
        .setting(.optimizer, to: .category("momentum"))
        .setting(.learningRate, to: .real(0.0625))
        .setting(.learningRateDecay, to: .real(0.5))
        .setting(.momentum, to: .real(0.75))
        .setting(.weightDecay, to: .real(0.001))
        .setting(.initialWeightScale, to: .real(2.5))
        .setting(.batchSize, to: .integer(32))
        .setting(.maximumEpochs, to: .integer(150))
        .setting(.thinning, to: .category("magnitude"))
        .setting(.overshoot, to: .real(2.5))
        .setting(.thinningRate, to: .real(0.75))
        .setting(.thinningSteps, to: .integer(300))
        .setting(.tuningSteps, to: .integer(700))
        .setting(.thinningLearningRate, to: .real(1.5))
        .setting(.thinningWeightDecay, to: .real(0.125))
        .setting(.dropFraction, to: .real(0.25))
        .setting(.rewiringInterval, to: .integer(40))
        .setting(.rewiringBatches, to: .integer(8))
        .setting(.cooldown, to: .integer(3))
        .setting(.nodePlacement, to: .category("cascade"))
        .setting(.nodeFanOut, to: .integer(4))
        .setting(.explorationShare, to: .real(0.375))
        .setting(.scoreSamples, to: .integer(512))
        .setting(.growthDropFraction, to: .real(0.125))
        .setting(.inputScaling, to: .category("range"))
        .setting(.inputDropout, to: .real(0.0625))
        .setting(.lasso, to: .real(0.0625))
        .setting(.gradientClipping, to: .real(2))
        .setting(.warmUpSteps, to: .integer(200))
        .setting(.classWeighting, to: .category("balanced"))
        .setting(.firstThinningRate, to: .real(0.5))
        .setting(.growthLimit, to: .integer(900))
        .setting(.thinningGoal, to: .integer(12))
        .setting(.tuningEnd, to: .category("steps"))
        .setting(.averagingShare, to: .real(0.75))
        .setting(.growthRewiringInterval, to: .integer(60))
        .setting(.rounds, to: .integer(7)).setting(.thinningFailures, to: .integer(3))
        .setting(.growthReturn, to: .category("restart")).setting(.growthReach, to: .real(3))
        .setting(.growthCapacity, to: .real(0.5)).setting(.directLinks, to: .category("no"))
        .setting(.secondGrowth, to: .category("rewind"))
        .setting(.inputNoise, to: .real(0.25))
        .setting(.classSampling, to: .category("balanced"))

    static let scheduleText =
        #"{"activation":"relu","averaging_share":0.75,"batch_size":32,"#
        + #""class_sampling":"balanced","class_weighting":"balanced","cooldown":3,"#
        + #""direct_links":"no","drop_fraction":0.25,"exploration_share":0.375,"#
        + #""first_thinning_rate":0.5,"#
        + #""gradient_clipping":2,"growth_capacity":0.5,"growth_criterion":"random","#
        + #""growth_drop_fraction":0.125,"#
        + #""growth_limit":900,"growth_reach":3,"growth_return":"restart","#
        + #""growth_rewiring_interval":60,"increment_size":0.25,"#
        + #""initial_density":0.03125,"initial_hidden_nodes":4,"initial_weight_scale":2.5,"#
        + #""input_dropout":0.0625,"input_noise":0.25,"input_scaling":"range","lasso":0.0625,"#
        + #""learning_rate":0.0625,"learning_rate_decay":0.5,"maximum_epochs":150,"#
        + #""minimum_improvement":0.0078125,"momentum":0.75,"node_fan_in":6,"node_fan_out":4,"#
        + #""node_insertion_rate":1,"node_placement":"cascade","node_wiring":"random","#
        + #""optimizer":"momentum","overshoot":2.5,"patience":5,"rewiring_batches":8,"#
        + #""rewiring_interval":40,"rounds":7,"#
        + #""score_samples":512,"second_growth":"rewind","thinning":"magnitude","#
        + #""thinning_failures":3,"thinning_goal":12,"thinning_learning_rate":1.5,"#
        + #""thinning_rate":0.75,"#
        + #""thinning_steps":300,"thinning_weight_decay":0.125,"tuning_end":"steps","#
        + #""tuning_steps":700,"warm_up_steps":200,"weight_decay":0.001}"#

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
