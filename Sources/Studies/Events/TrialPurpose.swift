package import Trials

/// Why a trial is run.
package enum TrialPurpose: Hashable, Codable, Sendable {
    /// The strategy wants to know how the schedule fares.
    case search
    /// The schedule of an earlier trial is trained again with a fresh seed, to be judged by it.
    case certification(of: TrialID, replicate: Int)
}
