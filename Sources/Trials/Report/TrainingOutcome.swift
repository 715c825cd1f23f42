/// How a training ended.
public enum TrainingOutcome: Hashable, Codable, Sendable {
    /// Two checks in a row confirmed the target; with thinning, `connections` are those of the
    /// smallest network that did so.
    case reached
    /// The cap was passed: without thinning by the connections; with thinning by two thirds of a
    /// count of the chain that did not hold the target; the cost of the target is assumed to be
    /// above the cap.
    case censored(cap: Int)
    /// The training gave up.
    case failed(reason: TrainingFailure)
}
