/// Keeps invalid messages of peers from filling the log and its disk.
package struct ComplaintTally {
    private var began = Instant.zero
    private var told = 0
    private var untold = 0

    /// Starts with no complaints.
    package init() {}

    /// Counts a complaint; returns the text to log, or `nil` if it must not be logged now.
    package mutating func words(for complaint: String, at now: Instant) -> String? {
        if began + CoordinationLimits.complaintSpan <= now {
            began = now
            told = 0
        }
        guard told < CoordinationLimits.complaints else {
            untold += 1
            return nil
        }
        told += 1
        defer { untold = 0 }
        return untold == 0 ? complaint : "\(complaint) (and \(untold) others before)"
    }
}
