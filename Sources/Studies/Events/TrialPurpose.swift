package import Trials

/// Why a trial is run.
package enum TrialPurpose: Hashable, Codable, Sendable {
    /// The strategy tests a schedule.
    case search
    /// The schedule of an earlier trial is trained again with a fresh seed, to judge it.
    case certification(of: TrialID, replicate: Int)
}
