public import PlainJSON

/// How a training ended.
public enum TrainingOutcome: Hashable, Sendable {
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

extension TrainingOutcome: PlainForm {
    private enum Kind: String {
        case reached, censored, failed
    }

    private var kind: Kind {
        switch self {
        case .reached: .reached
        case .censored: .censored
        case .failed: .failed
        }
    }

    /// The cap at which a training was stopped; `nil` for other outcomes.
    var cap: Int? {
        if case .censored(let cap) = self { cap } else { nil }
    }

    private var reason: TrainingFailure? {
        if case .failed(let reason) = self { reason } else { nil }
    }

    /// Describes the fields.
    public init(_ walk: inout FieldWalk, _ value: TrainingOutcome?) throws {
        self = try walk.kind(value?.kind) { walk, kind in
            switch kind {
            case .reached: .reached
            case .censored:
                .censored(cap: try walk.field("cap", value?.cap, in: FieldRange.counts))
            case .failed: .failed(reason: try walk.form("reason", value?.reason))
            }
        }
    }
}
