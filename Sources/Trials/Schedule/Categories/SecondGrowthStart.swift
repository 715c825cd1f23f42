/// The weights with which a thinned network grows again, if it does.
public enum SecondGrowthStart: String, ScheduleChoice {
    /// The learned weights.
    case keep
    /// It does not grow again.
    case none
    /// The weights with which its connections were added.
    case rewind
    /// New weights.
    case reinitialise
}
