/// What a hidden node does to its sum.
public enum Activation: String, Sendable {
    case tanh
    case relu
    /// A rectifier with a negative slope that is learnt (He et al. 2015).
    case leaky
}
