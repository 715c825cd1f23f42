/// How a row's class affects its weight in the loss.
public enum ClassWeighting: String, ScheduleChoice {
    /// Not at all.
    case none
    /// All classes have the same total weight, even rare ones.
    case balanced
}
