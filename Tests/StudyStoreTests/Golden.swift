import Studies

/// The journal's text for one event of each kind.
///
/// All study files depend on it: a change here is a new format.
enum Golden {
    static func events() throws -> [StudyEvent] {
        let events = try Example.events()
        return [0, 1, 3, 8, 9, 12, 13, 18, 20, 21, 24].map { events[$0] }
    }

    static let rows = [
        #"""
        1|2026-11-29T12:00:00.123Z|defined||\#
        {"defined":{"definition":{"certification":\#
        {"confirmations":10,"finalists":5,"replicates":5},\#
        "dataset":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\#
        "learning":"classification","limits":{"checks":20000,"connections":20000,\#
        "multiply_adds":200000000000},"name":"digits","reliability":0.8,\#
        "search":{"capping":true,"racing":true,"seed":1,"start_from":[],\#
        "strategy":"evolution"},"space":{"base":\#
        {"activation":"leaky","averaging_share":0,"batch_size":64,"class_sampling":"none",\#
        "class_weighting":"none","cooldown":0,"direct_links":"yes","drop_fraction":0.15,\#
        "exploration_share":0,\#
        "first_thinning_rate":0.95,"gradient_clipping":0,"growth_capacity":4,\#
        "growth_criterion":"gradient",\#
        "growth_drop_fraction":0,"growth_limit":20000,"growth_reach":2,"growth_return":"thin",\#
        "growth_rewiring_interval":0,\#
        "increment_size":0.2,"initial_density":0.02,"initial_hidden_nodes":0,\#
        "initial_weight_scale":1,"input_dropout":0,"input_noise":0,\#
        "input_scaling":"deviation","lasso":0,"learning_rate":0.01,"learning_rate_decay":0.6,\#
        "maximum_epochs":1000,"minimum_improvement":0.005,"momentum":0.9,"node_fan_in":8,\#
        "node_fan_out":2,"node_insertion_rate":0.2,"node_placement":"layer",\#
        "node_wiring":"correlation","optimizer":"adam","overshoot":1.5,"patience":3,\#
        "rewiring_batches":1,"rewiring_interval":25,"rounds":16,"score_samples":2048,\#
        "second_growth":"keep",\#
        "thinning":"activation","thinning_failures":1,"thinning_goal":1,\#
        "thinning_learning_rate":2,\#
        "thinning_rate":0.5,"thinning_steps":400,"thinning_weight_decay":0.2,\#
        "tuning_end":"target","tuning_steps":1200,"warm_up_steps":0,"weight_decay":0},\#
        "dimensions":[{"domain":{"real":{"range":[0.02,0.5],"scale":"log"}},\#
        "parameter":"increment_size"},{"domain":{"integer":{"range":[1,12],\#
        "scale":"linear"}},"parameter":"patience"}]},"split":{"seed":1,"shares_rows":false,\#
        "test":0.2,"validation":0.2},"target":{"metric":"accuracy","value":0.95}}}}
        """#,
        #"""
        2|2026-11-29T12:00:00.123Z|budgeted||{"budgeted":{"budget":{"trials":120}}}
        """#,
        #"""
        3|2026-11-29T12:00:00.123Z|proposed|2|{"proposed":{"purpose":{"search":{}},\#
        "schedule":\#
        {"patience":2}\#
        ,"seed":18446744073709551613,"trial":2}}
        """#,
        #"""
        4|2026-11-29T12:00:00.123Z|leased|2|{"leased":{"attempt":1,"trial":2,\#
        "worker":"elm"}}
        """#,
        #"""
        5|2026-11-29T12:00:00.123Z|lost|2|{"lost":{"attempt":1,"reason":"silence","trial":2,\#
        "worker":"elm"}}
        """#,
        #"""
        6|2026-11-29T12:00:00.123Z|reported|2|{"reported":{"attempt":2,\#
        "report":{"biases":16,"connections":118,"cpu_seconds":1.25,"curve":[{"check":1,\#
        "connections":59,"epoch":4,"hidden_nodes":1,"multiply_adds":1000,"phase":"grow",\#
        "validation":0.30000000000000004},{"check":2,"connections":118,"epoch":8,\#
        "hidden_nodes":2,"multiply_adds":2000,"phase":"grow",\#
        "validation":0.30000000000000004}],"epochs":8,\#
        "fingerprint":"ffffffffffffffff","hidden_nodes":6,"inputs_used":40,\#
        "multiply_adds":9223372036854775807,"outcome":{"reached":{}},"seconds":1.5,\#
        "test":0.925,"validation":0.9375},"trial":2,"worker":"oak"}}
        """#,
        #"""
        7|2026-11-29T12:00:00.123Z|repeated|2|{"repeated":{"attempt":1,\#
        "fingerprint":"0000000000000007","trial":2,"worker":"elm"}}
        """#,
        #"""
        8|2026-11-29T12:00:00.123Z|abandoned|4|{"abandoned":{"attempts":1,"trial":4}}
        """#,
        #"""
        9|2026-11-29T12:00:00.123Z|reported|5|{"reported":{"attempt":1,\#
        "report":{"biases":16,"connections":90,"cpu_seconds":1.25,"curve":[{"check":1,\#
        "connections":45,"epoch":4,"hidden_nodes":1,"multiply_adds":1000,"phase":"grow",\#
        "validation":0.30000000000000004},{"check":2,"connections":90,"epoch":8,\#
        "hidden_nodes":2,"multiply_adds":2000,"phase":"grow",\#
        "validation":0.30000000000000004}],"epochs":8,\#
        "fingerprint":"ffffffffffffffff","hidden_nodes":6,"inputs_used":40,\#
        "multiply_adds":9223372036854775807,\#
        "outcome":{"failed":{"reason":{"target_missed":{"checks":2}}}},"seconds":1.5,\#
        "test":0.925,"validation":0.9375},"trial":5,"worker":"elm"}}
        """#,
        #"""
        10|2026-11-29T12:00:00.123Z|proposed|6|\#
        {"proposed":{"purpose":{"certification":{"of":2,"replicate":1}},\#
        "schedule":\#
        {"patience":6}\#
        ,"seed":18446744073709551609,"trial":6}}
        """#,
        #"""
        11|2026-11-29T12:00:00.123Z|suspended||{"suspended":{"losses":5,"worker":"elm"}}
        """#,
    ]
}
