import Testing
import Trials

/// Old journals hold words by their order, and points of the unit cube by range and scale: none of
/// that may change.
@Suite struct ParameterGoldenTests {
    @Test func `order, ranges, scales, words and defaults of the parameters stay`() {
        let lines = ScheduleParameter.allCases.map { parameter in
            let definition = parameter.definition
            let domain =
                switch definition.domain {
                case .real(let range, let scale):
                    "\(range.lowerBound) to \(range.upperBound) \(scale.rawValue)"
                case .integer(let range, let scale):
                    "\(range.lowerBound) to \(range.upperBound) \(scale.rawValue)"
                case .category(let choices): choices.joined(separator: " ")
                }
            return "\(parameter.rawValue) \(domain), \(definition.defaultValue)"
        }
        #expect(lines == Self.table.split(separator: "\n").map(String.init))
    }

    private static let table = """
        initial_density 0.0001 to 1.0 log, 0.02
        initial_hidden_nodes 0 to 1000 linear, 0
        increment_size 0.001 to 4.0 log, 0.15
        patience 1 to 1000 linear, 5
        minimum_improvement 0.0 to 0.5 linear, 0.005
        cooldown 0 to 1000 linear, 0
        node_insertion_rate 0.0 to 1.0 linear, 0.2
        node_placement layer cascade, layer
        node_wiring correlation residual random, correlation
        node_fan_in 1 to 256 log, 8
        node_fan_out 1 to 64 log, 2
        growth_criterion gradient random, gradient
        exploration_share 0.0 to 1.0 linear, 0.0
        score_samples 16 to 65536 log, 2048
        growth_limit 10 to 1000000 log, 20000
        growth_drop_fraction 0.0 to 0.9 linear, 0.0
        growth_rewiring_interval 0 to 100000 linear, 0
        activation leaky tanh relu, leaky
        input_scaling deviation range, deviation
        input_dropout 0.0 to 0.9 linear, 0.0
        input_noise 0.0 to 5.0 linear, 0.0
        optimizer adam momentum, adam
        learning_rate 1e-05 to 2.0 log, 0.01
        learning_rate_decay 0.05 to 1.0 linear, 0.8
        momentum 0.0 to 0.99 linear, 0.9
        weight_decay 0.0 to 0.1 linear, 0.0
        lasso 0.0 to 0.1 linear, 0.0
        gradient_clipping 0.0 to 100.0 linear, 0.0
        warm_up_steps 0 to 100000 linear, 0
        class_weighting none balanced, none
        class_sampling none balanced, none
        initial_weight_scale 0.01 to 10.0 log, 1.0
        batch_size 8 to 1024 log, 64
        maximum_epochs 1 to 1000000 log, 100000
        thinning activation magnitude none, activation
        overshoot 1.0 to 20.0 log, 1.5
        first_thinning_rate 0.01 to 1.0 linear, 0.95
        thinning_rate 0.05 to 0.98 linear, 0.5
        thinning_goal 1 to 1000000 log, 1
        thinning_steps 1 to 1000000 log, 400
        tuning_steps 1 to 1000000 log, 1200
        tuning_end target steps, target
        averaging_share 0.0 to 1.0 linear, 0.0
        thinning_learning_rate 0.05 to 20.0 log, 2.0
        thinning_weight_decay 0.0 to 1.0 linear, 0.2
        drop_fraction 0.0 to 0.5 linear, 0.3
        rewiring_interval 1 to 10000 log, 25
        rewiring_batches 1 to 256 log, 1
        second_growth keep none rewind reinitialise, keep
        rounds 1 to 100 log, 16
        thinning_failures 1 to 100 log, 1
        growth_return thin restart end none, thin
        growth_reach 1.0 to 100.0 log, 2.0
        growth_capacity 0.0 to 1000.0 linear, 4.0
        direct_links yes no, yes
        """
}
