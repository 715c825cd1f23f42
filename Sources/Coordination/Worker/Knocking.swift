/// Decides from a worker's connection events whether the coordinator will ever admit it.
///
/// The worker waits for a missing coordinator, but not for ever: it may have ended while this
/// worker was disconnected. After a refusal the worker does not try again.
package struct Knocking {
    /// The result of an attempt to connect.
    package enum Answer: Hashable, Sendable {
        /// The handshake succeeded; messages can be sent.
        case connected
        /// No program listens there; libzmq tries again.
        case unanswered
        /// The key was refused; 400 to 499 means for good.
        case refused(status: Int)
        /// One side uses keys and the other does not.
        case mechanismMismatch
        /// The peer was made for, or with, another key.
        case undecipherable
        /// The peer sent something that does not belong in a handshake.
        case malformed
        /// The peer closed the connection in the middle of the handshake, without a reason.
        case hungUp
        /// The handshake did not end in time.
        case stalled
    }

    private let endpoint: String
    private let key: String?
    private let giveUpAfter: Duration
    /// Since when no coordinator has answered there.
    private var unansweredSince: Instant?
    private var hangUps = 0
    private var wasLetIn = false

    /// Starts before the first attempt.
    ///
    /// - Parameters:
    ///   - key: the worker's public key; `nil` without keys.
    ///   - giveUpAfter: how long the worker waits without an answer.
    package init(at endpoint: String, withKey key: String?, giveUpAfter: Duration) {
        self.endpoint = endpoint
        self.key = key
        self.giveUpAfter = giveUpAfter
    }

    /// Handles a connection event; returns a refusal if the worker must give up.
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
            // A worker that was admitted before has the right keys: either the coordinator was just
            // killed, or a proxy accepts connections for a coordinator that is gone.
            hangUps += 1
            guard wasLetIn || hangUps < CoordinationLimits.hangUps else {
                return .hungUp(endpoint: endpoint, hasKeys: key != nil)
            }
            return absence(at: now)
        case .stalled: return absence(at: now)
        }
        return nil
    }

    /// Records that no coordinator answered; returns a refusal if that has lasted too long.
    private mutating func absence(at now: Instant) -> CoordinatorRefusal? {
        let since = unansweredSince ?? now
        unansweredSince = since
        guard now - since >= giveUpAfter else { return nil }
        return .gone(endpoint: endpoint, after: now - since)
    }
}
