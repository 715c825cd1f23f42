/// When the tuning of a thinned network ends.
public enum TuningEnd: String, ScheduleChoice {
    /// As soon as the target is confirmed.
    case target
    /// After all its steps: slower, and better on unseen rows.
    case steps
}
