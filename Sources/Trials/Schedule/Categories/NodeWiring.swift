/// How a new hidden node gets its incoming weights.
public enum NodeWiring: String, ScheduleChoice {
    /// Trained to correlate with the residual error before the node is added (Fahlman, Lebiere
    /// 1990).
    case correlation
    /// Along the gradient of the errors that two outputs make in opposite directions.
    case residual
    /// Drawn at random.
    case random
}
