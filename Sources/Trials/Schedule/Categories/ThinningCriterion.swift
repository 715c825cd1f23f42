/// The criterion for removing connections after the target is reached.
public enum ThinningCriterion: String, ScheduleChoice {
    /// Those with the smallest |w|·rms(output of the source).
    case activation
    /// Those with the smallest |w|.
    case magnitude
    /// None are removed: the training ends when the target is reached.
    case none
}
