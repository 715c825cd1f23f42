/// The exact texts of the example messages.
///
/// Workers in other languages and older versions rely on them: a change here is a new version of
/// the protocol.
enum Golden {
    static let workerMessages = [
        #"""
        {"capacity":2,"holding":[{"attempt":2,"trial":7}],"incarnation":1732393500123,\#
        "type":"hello","version":1,"worker":"oak-1"}
        """#,
        #"""
        {"holding":[{"attempt":2,"point":{"check":1,"connections":118,"epoch":4,\#
        "hidden_nodes":6,"multiply_adds":52000000,"phase":"grow","validation":0.9375},\#
        "trial":7}],\#
        "type":"progress","version":1}
        """#,
        #"""
        {"attempt":2,"report":{"biases":16,"connections":118,"cpu_seconds":1.25,\#
        "curve":[{"check":1,"connections":118,"epoch":4,"hidden_nodes":6,\#
        "multiply_adds":52000000,"phase":"grow","validation":0.9375}],"epochs":4,\#
        "fingerprint":"00ff00ff00ff00ff","hidden_nodes":6,"inputs_used":40,\#
        "multiply_adds":52000000,"outcome":{"reached":{}},"seconds":1.5,"test":0.925,\#
        "validation":0.9375},"trial":7,"type":"report","version":1}
        """#,
        #"""
        {"attempt":2,"reason":"out of memory","trial":7,"type":"release","version":1}
        """#,
        #"""
        {"dataset":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\#
        "offset":1048576,"type":"fetch","version":1}
        """#,
        #"""
        {"type":"goodbye","version":1}
        """#,
        #"""
        {"attempt":2,"cause":"memory","reason":"out of memory","trial":7,"type":"release",\#
        "version":1}
        """#,
        #"""
        {"attempt":2,"report":{"biases":16,"connections":118,"course":{"best":0.9375,\#
        "grown":118,"peak":160,"stages":[[1,9,80,true],[1,15,60,false]]},"cpu_seconds":1.25,\#
        "curve":[{"check":1,"connections":118,"epoch":4,"hidden_nodes":6,\#
        "multiply_adds":52000000,"phase":"grow","validation":0.9375}],"epochs":4,\#
        "fingerprint":"00ff00ff00ff00ff","hidden_nodes":6,"inputs_used":40,\#
        "multiply_adds":52000000,"outcome":{"reached":{}},"seconds":1.5,"test":0.925,\#
        "validation":0.9375},"trial":7,"type":"report","version":1}
        """#,
    ]

    static let coordinatorMessages = [
        #"""
        {"renewal_interval_ms":10000,"study":"digits","type":"welcome","version":1}
        """#,
        #"""
        {"type":"identify","version":1}
        """#,
        #"""
        {"attempt":2,"task":{"cap":500,\#
        "dataset":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\#
        "limits":{"checks":2000,"connections":20000,"multiply_adds":200000000000},\#
        "schedule":\#
        {"activation":"leaky","averaging_share":0,"batch_size":64,"class_sampling":"none",\#
        "class_weighting":"none","cooldown":0,"drop_fraction":0.15,"exploration_share":0,\#
        "first_thinning_rate":0.95,"gradient_clipping":0,"growth_criterion":"gradient",\#
        "growth_drop_fraction":0,"growth_limit":20000,"growth_rewiring_interval":0,\#
        "increment_size":0.25,"initial_density":0.02,"initial_hidden_nodes":0,\#
        "initial_weight_scale":1,"input_dropout":0,"input_noise":0,\#
        "input_scaling":"deviation","lasso":0,"learning_rate":0.01,"learning_rate_decay":0.6,\#
        "maximum_epochs":1000,"minimum_improvement":0.005,"momentum":0.9,"node_fan_in":8,\#
        "node_fan_out":2,"node_insertion_rate":0.2,"node_placement":"layer",\#
        "node_wiring":"correlation","optimizer":"adam","overshoot":1.5,"patience":3,\#
        "rewiring_batches":1,"rewiring_interval":25,"score_samples":2048,"second_growth":"keep",\#
        "thinning":"activation","thinning_goal":1,"thinning_learning_rate":2,\#
        "thinning_rate":0.5,"thinning_steps":400,"thinning_weight_decay":0.2,\#
        "tuning_end":"target","tuning_steps":1200,"warm_up_steps":0,"weight_decay":0},\#
        "seed":18446744073709551615,"split":{"seed":1,"shares_rows":false,"test":0.2,\#
        "validation":0.2},"target":{"metric":"accuracy",\#
        "value":0.95}},"trial":7,"type":"lease","version":1}
        """#,
        #"""
        {"attempt":2,"trial":7,"type":"acknowledge","version":1}
        """#,
        #"""
        {"attempt":2,"trial":7,"type":"revoke","version":1}
        """#,
        #"""
        {"dataset":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",\#
        "offset":1048576,"total":1048579,"type":"chunk","version":1}
        """#,
        #"""
        {"type":"drain","version":1}
        """#,
        #"""
        {"type":"finished","version":1}
        """#,
        #"""
        {"reason":"version 2 is not spoken here","type":"refused","version":1}
        """#,
        #"""
        {"guards":{"memory_bytes":2000000000,"stall_ms":900000,"time_ms":1800000},\#
        "renewal_interval_ms":10000,"study":"digits","type":"welcome","version":1}
        """#,
        #"""
        {"attempt":2,"cap":270,"trial":7,"type":"cap","version":1}
        """#,
    ]
}
