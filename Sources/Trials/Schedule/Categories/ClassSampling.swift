/// How often rows of a class are seen in training.
public enum ClassSampling: String, ScheduleChoice {
    /// As often as they are there.
    case none
    /// As often as those of any other class.
    case balanced
}
