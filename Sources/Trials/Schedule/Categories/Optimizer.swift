/// The rule that changes the weights.
public enum Optimizer: String, ScheduleChoice {
    /// Adam with decoupled weight decay (Kingma, Ba 2015; Loshchilov, Hutter 2019).
    case adam
    /// Stochastic gradient descent with Nesterov's momentum.
    case momentum
}
