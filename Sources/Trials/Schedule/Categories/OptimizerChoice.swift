/// The word of a schedule for the rule that changes the weights.
public enum OptimizerChoice: String, ScheduleChoice {
    /// Adam with decoupled weight decay (Kingma, Ba 2015; Loshchilov, Hutter 2019).
    case adam
    /// Stochastic gradient descent with Nesterov's momentum.
    case momentum
}
