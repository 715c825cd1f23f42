/// Counts checks in a row at the target: two confirm it, because a single one may be luck.
package struct TargetConfirmation {
    private static let wantedHits = 2

    private var hits = 0

    /// Starts without a check.
    package init() {}

    /// Records a check.
    package mutating func note(_ check: Check) { hits = check.isAtTarget ? hits + 1 : 0 }

    /// Whether the target is confirmed.
    package var isConfirmed: Bool { hits >= Self.wantedHits }

    /// Whether the last check was at the target, so that one more may confirm it.
    package var isAtTarget: Bool { hits > 0 }
}
