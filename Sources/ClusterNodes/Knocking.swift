package import Coordination
package import ZeroMQ

/// Tells from what becomes of a worker's connections whether it will ever be let in.
///
/// A coordinator that is not there is waited for, but not for ever: it may have ended while this
/// worker was cut off. One that says no is not asked again.
package struct Knocking {
    /// Hang-ups in a row that are no coincidence any more.
    private static let mostHangUps = 3

    private let endpoint: String
    private let keys: ClientKeys?
    private let patience: Duration
    /// Since when no coordinator answers there.
    private var unansweredSince: Instant?
    private var hangUps = 0
    private var wasLetIn = false

    /// - Parameter patience: how long it may be that no coordinator answers there.
    package init(at endpoint: String, with keys: ClientKeys?, patience: Duration) {
        self.endpoint = endpoint
        self.keys = keys
        self.patience = patience
    }

    /// Takes note of what became of a connection.
    package mutating func refusal(
        after event: ConnectionEvent, at now: Instant
    ) -> CoordinatorRefusal? {
        switch event {
        case .connected:
            wasLetIn = true
            hangUps = 0
            unansweredSince = nil
        case .unanswered:
            hangUps = 0
            return impatience(at: now)
        case .refused(let status):
            guard let keys, (400..<500).contains(status) else { return nil }
            return .unknownKey(endpoint: endpoint, key: keys.own.publicKey.z85)
        case .mechanismMismatch:
            return keys == nil ? .keysWanted(endpoint: endpoint) : .keysUnwanted(endpoint: endpoint)
        case .undecipherable: return .hungUp(endpoint: endpoint, hasKeys: keys != nil)
        case .malformed:
            return wasLetIn ? impatience(at: now) : .unintelligible(endpoint: endpoint)
        case .hungUp:
            // Whoever was let in before has the right keys: the coordinator was killed just now,
            // or a proxy before it takes connections for one that is gone.
            hangUps += 1
            guard wasLetIn || hangUps < Self.mostHangUps else {
                return .hungUp(endpoint: endpoint, hasKeys: keys != nil)
            }
            return impatience(at: now)
        case .stalled: return impatience(at: now)
        }
        return nil
    }

    /// Takes note that no coordinator answered, and says so where that has been so for too long.
    private mutating func impatience(at now: Instant) -> CoordinatorRefusal? {
        let since = unansweredSince ?? now
        unansweredSince = since
        guard now - since >= patience else { return nil }
        return .gone(endpoint: endpoint, minutes: Int((now - since) / .seconds(60)))
    }
}
