/// What a training is at.
public enum TrainingPhase: String, Hashable, Codable, Sendable {
    /// The network grows: up to the target, and by the overshoot.
    case grow
    /// The network loses connections and is rewired.
    case thin
    /// The network's connections stay, and it gets back to the target.
    case tune
}
