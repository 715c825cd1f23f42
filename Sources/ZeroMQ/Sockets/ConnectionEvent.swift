internal import CZeroMQ
internal import Glibc

/// The result of an attempt to connect; only a socket that is set to report connections gives it.
package enum ConnectionEvent: Hashable, Sendable {
    /// The handshake succeeded; messages can be sent.
    case connected
    /// No program listens there; libzmq tries again.
    case unanswered
    /// The key was refused, with a status of ZAP; 400 means for good.
    case refused(status: Int)
    /// One side uses keys and the other does not.
    case mechanismMismatch
    /// The peer's box cannot be decrypted: it was made for, or with, another key.
    case undecipherable
    /// The peer sent something that does not belong in a handshake; the code is libzmq's.
    case malformed(code: Int)
    /// The peer closed the connection in the middle of the handshake, without a reason.
    case hungUp
    /// The handshake did not end in time.
    case stalled

    /// The events of libzmq that are reported.
    static let mask =
        ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_CLOSED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH
        | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL

    /// Reads a message of a monitor (zmq_socket_monitor(3)); `nil` if it is of another kind.
    init?(_ frames: [[UInt8]]) {
        guard let head = frames.first, head.count == 6 else { return nil }
        let (kind, value) = unsafe head.withUnsafeBytes { bytes in
            unsafe (
                CInt(bytes.loadUnaligned(as: UInt16.self)),
                Int(bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
            )
        }
        self.init(kind: kind, value: value)
    }

    /// Translates the number of an event and the value that libzmq adds to it.
    package init?(kind: CInt, value: Int) {
        switch kind {
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: self = .connected
        case ZMQ_EVENT_CLOSED: self = .unanswered
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: self = .refused(status: value)
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            switch value {
            case Int(ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH): self = .mechanismMismatch
            case Int(ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC): self = .undecipherable
            default: self = .malformed(code: value)
            }
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL:
            // The value is errno; after a time-out it is whatever errno held before.
            self = [EPIPE, ECONNRESET].contains(CInt(value)) ? .hungUp : .stalled
        default: return nil
        }
    }
}
