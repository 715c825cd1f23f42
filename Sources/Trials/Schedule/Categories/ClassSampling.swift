/// How often rows of each class are used in training.
public enum ClassSampling: String, ScheduleChoice {
    /// As often as they occur.
    case none
    /// Equally often for all classes.
    case balanced
}
