/// What a hidden node does to its sum.
public enum Activation: String, ScheduleChoice {
    /// A rectifier with a negative slope that is learnt (He et al. 2015).
    case leaky
    /// The hyperbolic tangent.
    case tanh
    /// The larger of the sum and 0.
    case relu
}
