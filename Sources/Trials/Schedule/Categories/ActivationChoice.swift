/// The word of a schedule for the activation function of hidden nodes.
public enum ActivationChoice: String, ScheduleChoice {
    /// A rectifier with a learned negative slope (He et al. 2015).
    case leaky
    /// The hyperbolic tangent.
    case tanh
    /// The larger of the sum and 0.
    case relu
}
