/// The divisor of centred features.
public enum FeatureScaling: String, ScheduleChoice {
    /// Each feature's own deviation.
    case deviation
    /// For all features, the largest value of any.
    case range
}
