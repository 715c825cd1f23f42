/// The place of new hidden nodes.
public enum NodePlacement: String, ScheduleChoice {
    /// All in one layer.
    case layer
    /// Each after all earlier ones, which it may read (Fahlman, Lebiere 1990).
    case cascade
}
