/// The word of a schedule for the divisor of centred features.
public enum InputScalingChoice: String, ScheduleChoice {
    /// Each feature's own deviation.
    case deviation
    /// For all features, the largest value of any.
    case range
}
