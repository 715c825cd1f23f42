/// The quality of a network on some rows.
public enum ScoreMetric: String, Hashable, Codable, Sendable {
    /// Share of the rows that are classified correctly (0…1, larger is better).
    case accuracy
    /// Root-mean-square error over the standard deviation of the target (0…, smaller is better).
    case nrmse
}
