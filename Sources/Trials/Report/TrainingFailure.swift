public import PlainJSON

/// Why a training ended without reaching its target.
public enum TrainingFailure: Hashable, Sendable {
    /// A weight or the loss was no longer a finite number.
    case diverged(check: Int)
    /// The schedule's `maximum_epochs` or the task's limit of checks was reached.
    case targetMissed(checks: Int)
    /// The network had all connections it may have, and stopped improving.
    case fullyGrown(connections: Int)
    /// The limit of multiply–adds was reached.
    case exhausted(multiplyAdds: Int)
}

extension TrainingFailure: PlainForm {
    private enum Kind: String {
        case diverged, exhausted
        case targetMissed = "target_missed"
        case fullyGrown = "fully_grown"
    }

    /// The kind of failure, and its number.
    private var parts: (kind: Kind, number: Int) {
        switch self {
        case .diverged(let check): (.diverged, check)
        case .targetMissed(let checks): (.targetMissed, checks)
        case .fullyGrown(let connections): (.fullyGrown, connections)
        case .exhausted(let multiplyAdds): (.exhausted, multiplyAdds)
        }
    }

    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TrainingFailure?) throws {
        let number = value?.parts.number
        self = try walk.kind(value?.parts.kind) { walk, kind in
            let counts = FieldRange.counts
            return switch kind {
            case .diverged: .diverged(check: try walk.field("check", number, in: counts))
            case .targetMissed:
                .targetMissed(checks: try walk.field("checks", number, in: counts))
            case .fullyGrown:
                .fullyGrown(connections: try walk.field("connections", number, in: counts))
            case .exhausted:
                .exhausted(multiplyAdds: try walk.field("multiply_adds", number, in: counts))
            }
        }
    }
}
