/// What centred features are divided by.
public enum FeatureScaling: String, ScheduleChoice {
    /// Each by its own deviation.
    case deviation
    /// All by the largest value of any.
    case range
}
