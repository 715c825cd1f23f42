/// Tells from what becomes of a worker's connections whether it will ever be let in.
///
/// A coordinator that is not there is waited for, but not for ever: it may have ended while this
/// worker was cut off. One that says no is not asked again.
package struct Knocking {
    /// What became of an attempt to connect.
    package enum Answer: Hashable, Sendable {
        /// Both sides know each other and can talk.
        case connected
        /// Nobody listens there; it is tried again.
        case unanswered
        /// The key was refused; 400 to 499 means for good.
        case refused(status: Int)
        /// One side uses keys and the other does not.
        case mechanismMismatch
        /// The peer was made for, or with, another key.
        case undecipherable
        /// The peer said something that has no place in a handshake.
        case malformed
        /// The peer closed the connection in the middle of the handshake, without a word.
        case hungUp
        /// The handshake did not end in time.
        case stalled
    }

    private let endpoint: String
    private let key: String?
    private let giveUpAfter: Duration
    /// Since when no coordinator answers there.
    private var unansweredSince: Instant?
    private var hangUps = 0
    private var wasLetIn = false

    /// Begins to knock.
    ///
    /// - Parameters:
    ///   - key: the public key that the worker comes with; `nil` without keys.
    ///   - giveUpAfter: how long it may be that no coordinator answers there.
    package init(at endpoint: String, withKey key: String?, giveUpAfter: Duration) {
        self.endpoint = endpoint
        self.key = key
        self.giveUpAfter = giveUpAfter
    }

    /// Takes note of what became of a connection.
    package mutating func refusal(
        after answer: Answer, at now: Instant
    ) -> CoordinatorRefusal? {
        switch answer {
        case .connected:
            wasLetIn = true
            hangUps = 0
            unansweredSince = nil
        case .unanswered:
            hangUps = 0
            return absence(at: now)
        case .refused(let status):
            guard let key, (400..<500).contains(status) else { return nil }
            return .unknownKey(endpoint: endpoint, key: key)
        case .mechanismMismatch:
            return key == nil ? .keysWanted(endpoint: endpoint) : .keysUnwanted(endpoint: endpoint)
        case .undecipherable: return .hungUp(endpoint: endpoint, hasKeys: key != nil)
        case .malformed:
            return wasLetIn ? absence(at: now) : .unintelligible(endpoint: endpoint)
        case .hungUp:
            // Whoever was let in before has the right keys: the coordinator was killed just now,
            // or a proxy before it takes connections for one that is gone.
            hangUps += 1
            guard wasLetIn || hangUps < CoordinationLimits.hangUps else {
                return .hungUp(endpoint: endpoint, hasKeys: key != nil)
            }
            return absence(at: now)
        case .stalled: return absence(at: now)
        }
        return nil
    }

    /// Takes note that no coordinator answered, and says so where that has been so for too long.
    private mutating func absence(at now: Instant) -> CoordinatorRefusal? {
        let since = unansweredSince ?? now
        unansweredSince = since
        guard now - since >= giveUpAfter else { return nil }
        return .gone(endpoint: endpoint, after: now - since)
    }
}
