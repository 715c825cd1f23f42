internal import CZeroMQ
internal import Glibc

/// Shared by a socket and the pollers that watch it; knows whether the socket is still open.
@safe final class SocketHandle {
    private(set) var pointer: UnsafeMutableRawPointer?
    private let context: Context

    init(kind: CInt, in context: Context) throws(ZeroMQError) {
        guard let pointer = unsafe zmq_socket(context.pointer, kind) else {
            throw .last("zmq_socket")
        }
        unsafe self.pointer = unsafe pointer
        self.context = context
    }

    deinit {
        close()
    }

    func close() {
        guard let open = unsafe pointer else { return }
        unsafe zmq_close(open)
        unsafe pointer = nil
    }
}

extension SocketHandle {
    /// Takes the next message and keeps its first `limit` frames; `nil` if none is waiting.
    func receive(keeping limit: Int) throws(ZeroMQError) -> Delivery? {
        var message = zmq_msg_t()
        unsafe zmq_msg_init(&message)
        defer { unsafe zmq_msg_close(&message) }
        var frames: [[UInt8]] = []
        repeat {
            guard unsafe try receive(into: &message) else {
                // libzmq delivers all frames of a message at once.
                precondition(frames.isEmpty, "a message ended after \(frames.count) frames")
                return nil
            }
            if frames.count < limit {
                frames.append(unsafe Self.bytes(of: &message))
            }
        } while unsafe zmq_msg_more(&message) != 0
        let name = unsafe zmq_msg_gets(&message, "User-Id")
        let admittedAs = unsafe name.map { unsafe String(cString: $0) }
        return Delivery(frames: frames, admittedAs: admittedAs)
    }

    /// Takes a frame; false if none is waiting.
    private func receive(
        into message: UnsafeMutablePointer<zmq_msg_t>
    ) throws(ZeroMQError) -> Bool {
        while unsafe zmq_msg_recv(message, pointer, ZMQ_DONTWAIT) < 0 {
            switch zmq_errno() {
            case EINTR: continue
            case EAGAIN: return false
            default: throw .last("zmq_msg_recv")
            }
        }
        return true
    }

    private static func bytes(of message: UnsafeMutablePointer<zmq_msg_t>) -> [UInt8] {
        let count = unsafe zmq_msg_size(message)
        guard count > 0, let start = unsafe zmq_msg_data(message) else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
