/// Keeps peers that send nonsense from filling the log, and the disk that it is on.
package struct ComplaintTally {
    private var began = Instant.zero
    private var told = 0
    private var untold = 0

    /// Begins with nothing told.
    package init() {}

    /// Takes in one more complaint, and gives it as it should be told, if at all.
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
