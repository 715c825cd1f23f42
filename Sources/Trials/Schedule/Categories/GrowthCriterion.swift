/// The criterion for choosing the absent connections of a growth.
public enum GrowthCriterion: String, ScheduleChoice {
    /// Those with the largest
    /// Σ x·∂L/∂z
    /// (Evci et al. 2020).
    case gradient
    /// Uniformly drawn ones (Feng, Li, Li 2008).
    case random
}
