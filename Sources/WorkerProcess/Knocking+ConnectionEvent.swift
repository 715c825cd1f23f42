import Coordination
import ZeroMQ

extension Knocking.Answer {
    /// What a socket tells of a connection.
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
