/// What a thinned network grows again from, if it does.
public enum SecondGrowthStart: String, ScheduleChoice {
    /// The weights that it has learnt.
    case keep
    /// It does not.
    case none
    /// The weights with which its connections came.
    case rewind
    /// New weights.
    case reinitialise
}
