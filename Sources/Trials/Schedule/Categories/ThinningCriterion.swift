/// Which connections are thinned out once the target is reached.
public enum ThinningCriterion: String, ScheduleChoice {
    /// The smallest |w|·rms(what the source gives out).
    case activation
    /// The smallest |w|.
    case magnitude
    /// None: the training ends when the target is reached.
    case none
}
