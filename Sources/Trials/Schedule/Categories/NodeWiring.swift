/// How a new hidden node gets its incoming weights.
public enum NodeWiring: String, ScheduleChoice {
    /// Trained to correlate with the residual error before it is added (Fahlman, Lebiere 1990).
    case correlation
    /// Along the gradient of what two outputs get wrong in opposite ways.
    case residual
    /// Drawn at random.
    case random
}
