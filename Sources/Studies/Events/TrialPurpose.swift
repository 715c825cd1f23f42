package import PlainJSON
package import Trials

/// Why a trial is run.
package enum TrialPurpose: Hashable, Sendable {
    /// The strategy tests a schedule.
    case search
    /// The schedule of an earlier trial is trained again with a fresh seed, to judge it.
    case certification(of: TrialID, replicate: Int)
}

extension TrialPurpose: PlainForm {
    private enum Kind: String {
        case search, certification
    }

    private var finalist: TrialID? {
        if case .certification(let finalist, _) = self { finalist } else { nil }
    }

    private var replicate: Int? {
        if case .certification(_, let replicate) = self { replicate } else { nil }
    }

    /// Describes the fields.
    package init(_ walk: inout FieldWalk, _ value: TrialPurpose?) throws {
        let kind: Kind? = value.map { $0 == .search ? .search : .certification }
        self = try walk.kind(kind) { walk, kind in
            switch kind {
            case .search: .search
            case .certification:
                .certification(
                    of: try walk.trial(value?.finalist, as: "of"),
                    replicate: try walk.field(
                        "replicate", value?.replicate, in: FieldRange.counts))
            }
        }
    }
}
