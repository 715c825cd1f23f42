/// The phase of a training.
public enum TrainingPhase: String, Hashable, Codable, Sendable {
    /// The network grows: to the target, then by the overshoot.
    case grow
    /// The network loses connections and is rewired.
    case thin
    /// The connections stay the same, and the network gets back to the target.
    case tune
}
