/// A limit of a trial on its machine; `TrialGuards` says where each one lies.
package enum TrialGuard: String, CaseIterable, Hashable, Sendable {
    /// It takes longer than a trial may.
    case time
    /// It takes more memory than a trial may.
    case memory
    /// It passes no check for too long.
    case stall
}
