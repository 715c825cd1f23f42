/// Where new hidden nodes stand.
public enum NodePlacement: String, ScheduleChoice {
    /// Side by side in one layer.
    case layer
    /// Behind all earlier ones, which they may read (Fahlman, Lebiere 1990).
    case cascade
}
