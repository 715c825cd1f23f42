/// Keeps peers that send nonsense from filling the log, and the disk that it is on.
package struct ComplaintTally {
    /// Complaints that are told in each span of time; the others are counted.
    private static let limit = 20
    private static let span = Duration.seconds(10)

    private var began = Instant.zero
    private var told = 0
    private var untold = 0

    /// Begins with nothing told.
    package init() {}

    /// Takes in one more complaint, and gives it as it should be told, if at all.
    package mutating func words(for complaint: String, at now: Instant) -> String? {
        if began + Self.span <= now {
            began = now
            told = 0
        }
        guard told < Self.limit else {
            untold += 1
            return nil
        }
        told += 1
        defer { untold = 0 }
        return untold == 0 ? complaint : "\(complaint) (and \(untold) others before)"
    }
}
