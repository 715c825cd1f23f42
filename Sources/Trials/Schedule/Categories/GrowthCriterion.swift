/// Which absent connections a growth adds.
public enum GrowthCriterion: String, ScheduleChoice {
    /// The largest |Σ x·∂L/∂z| (Evci et al. 2020).
    case gradient
    /// A uniform draw (Feng, Li, Li 2008).
    case random
}
