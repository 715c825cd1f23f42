/// How a training ended.
public enum TrainingOutcome: Hashable, Codable, Sendable {
    /// The target was confirmed by two checks in a row; with thinning, `connections` are those of
    /// the smallest network that did so.
    case reached
    /// The cap was passed: without thinning by the connections; with thinning by two thirds of
    /// a count of the chain that did not hold the target. What the target costs counts as more
    /// than the cap.
    case censored(cap: Int)
    /// The training gave up.
    case failed(reason: TrainingFailure)
}
