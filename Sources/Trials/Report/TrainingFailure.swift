/// Why a training ended without reaching its target.
public enum TrainingFailure: Hashable, Codable, Sendable {
    /// A weight or the loss was no longer a finite number.
    case diverged(check: Int)
    /// The schedule's `maximum_epochs` or the task's limit of checks was reached.
    case targetMissed(checks: Int)
    /// The network had all connections it may have, and stopped improving.
    case fullyGrown(connections: Int)
    /// The limit of multiply–adds was reached.
    case exhausted(multiplyAdds: Int)

    private enum CodingKeys: String, CodingKey {
        case diverged, exhausted
        case targetMissed = "target_missed"
        case fullyGrown = "fully_grown"
    }

    private enum ExhaustedCodingKeys: String, CodingKey {
        case multiplyAdds = "multiply_adds"
    }
}
