/// What a thinned network grows again from, if it does.
public enum SecondGrowthStart: String, Sendable {
    /// It does not.
    case none
    /// The weights that it has learnt.
    case keep
    /// The weights with which its connections came.
    case rewind
    /// New weights.
    case reinitialise
}
