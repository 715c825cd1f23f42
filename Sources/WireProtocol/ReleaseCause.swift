/// Why a worker gives a lease back.
package enum ReleaseCause: String, CaseIterable, Hashable, Codable, Sendable {
    /// It cannot run the task at all.
    case refused
    /// It leaves, and takes no lease until it says hello again.
    case returned
    /// The training took more memory than a trial may.
    case memory
    /// The training took longer than a trial may.
    case time
    /// The training passed no check for too long.
    case stall
}
