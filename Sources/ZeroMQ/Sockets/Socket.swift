internal import CZeroMQ
internal import Glibc

/// A socket of libzmq, with one owner and used from one thread.
///
/// Sockets of libzmq are not thread safe, so this type is neither `Sendable` nor copyable: the
/// compiler rejects sharing, which could crash libzmq at run time. No call ever blocks; wait with a
/// `Poller`.
package struct Socket: ~Copyable {
    let handle: SocketHandle
    /// The socket that receives connection events; `nil` if they are not reported.
    var connections: SocketHandle?

    /// Most frames that are kept of a message; `receive` drops the rest.
    ///
    /// No message of the protocol has more than three frames, routing id included. The bound keeps
    /// a hostile peer from filling the memory with tiny frames.
    package static let keptFrames = 8

    init(kind: CInt, in context: Context) throws(ZeroMQError) {
        handle = try SocketHandle(kind: kind, in: context)
    }

    deinit {
        handle.close()
        connections?.close()
    }

    /// The endpoint that was last bound or connected, with the port that was chosen for `*`.
    package var lastEndpoint: String {
        var text = [UInt8](repeating: 0, count: 1024)
        var length = text.count
        let code = unsafe text.withUnsafeMutableBytes { buffer in
            unsafe zmq_getsockopt(
                handle.pointer,
                ZMQ_LAST_ENDPOINT,
                buffer.baseAddress,
                &length
            )
        }
        // The length includes the terminating zero.
        guard code == 0 else { return "" }
        return Self.readable(String(decoding: text.prefix(max(0, length - 1)), as: UTF8.self))
    }

    /// Writes an IPv4 address that libzmq gives as IPv6 in the usual IPv4 form, which every peer
    /// reads.
    private static func readable(_ endpoint: String) -> String {
        let mapped = "tcp://[::ffff:"
        guard endpoint.hasPrefix(mapped) else { return endpoint }
        return "tcp://" + endpoint.dropFirst(mapped.count).filter { $0 != "]" }
    }

    /// Sends a message, whole or not at all.
    ///
    /// The first frame of a router's message is the routing id of the peer, as it was received.
    ///
    /// - Precondition: there is at least one frame.
    /// - Throws: `terminated`, `failure`.
    package borrowing func send(_ frames: [[UInt8]]) throws(ZeroMQError) -> SendOutcome {
        precondition(!frames.isEmpty, "a message without frames cannot be sent")
        var outcome = SendOutcome.sent
        for (index, frame) in frames.enumerated() {
            let isLast = index == frames.count - 1
            let answer = try send(frame, flags: ZMQ_DONTWAIT | (isLast ? 0 : ZMQ_SNDMORE))
            guard answer != .sent else { continue }
            if index == 0 { return answer }
            // The connection broke between two frames. libzmq drops the rest of the message, but
            // needs to see its end before the next one may begin; so the loop continues.
            outcome = answer
        }
        return outcome
    }

    private borrowing func send(
        _ frame: [UInt8],
        flags: CInt
    ) throws(ZeroMQError) -> SendOutcome {
        while true {
            let sent = unsafe frame.withUnsafeBytes { bytes in
                unsafe zmq_send(handle.pointer, bytes.baseAddress, bytes.count, flags)
            }
            if sent >= 0 { return .sent }
            switch zmq_errno() {
            case EINTR: continue
            case EAGAIN: return .wouldBlock
            case EHOSTUNREACH: return .unreachable
            default: throw .last("zmq_send")
            }
        }
    }

    /// Takes the next message; `nil` if none is waiting.
    ///
    /// The first frame of a router's message is the routing id of the peer.
    ///
    /// - Throws: `terminated`, `failure`.
    package borrowing func receive() throws(ZeroMQError) -> [[UInt8]]? {
        try handle.receive(keeping: Self.keptFrames)?.frames
    }

    /// Takes the next message together with the name of its sender, as `receive` does.
    ///
    /// - Throws: `terminated`, `failure`.
    package borrowing func receiveDelivery() throws(ZeroMQError) -> Delivery? {
        try handle.receive(keeping: Self.keptFrames)
    }
}
