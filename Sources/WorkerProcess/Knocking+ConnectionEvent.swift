import Coordination
import ZeroMQ

extension Knocking.Answer {
    /// Converts a connection event of a socket.
    init(_ event: ConnectionEvent) {
        self =
            switch event {
            case .connected: .connected
            case .unanswered: .unanswered
            case .refused(let status): .refused(status: status)
            case .mechanismMismatch: .mechanismMismatch
            case .undecipherable: .undecipherable
            case .malformed: .malformed
            case .hungUp: .hungUp
            case .stalled: .stalled
            }
    }
}
