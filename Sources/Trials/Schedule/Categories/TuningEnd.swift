/// When the tuning of a thinned network ends.
public enum TuningEnd: String, ScheduleChoice {
    /// As soon as the target is confirmed.
    case target
    /// After all the steps that are allotted to it: slower, and better on rows not yet seen.
    case steps
}
