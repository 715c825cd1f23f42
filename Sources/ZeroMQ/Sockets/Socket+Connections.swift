internal import CZeroMQ
internal import Synchronization

extension Socket {
    /// Number of monitors made in this process; each needs its own endpoint name.
    private static let monitorCount = Atomic(0)

    /// Makes libzmq report connection events from now on.
    ///
    /// Call it before the socket is bound or connected, so that no event is missed. If the listener
    /// were missing or its queue full, libzmq would stop its own thread, so the listener's queue
    /// has no limit.
    mutating func reportConnections(in context: Context) throws(ZeroMQError) {
        let number = Self.monitorCount.add(1, ordering: .relaxed).newValue
        let endpoint = "inproc://espalier.connections.\(number)"
        guard unsafe zmq_socket_monitor(handle.pointer, endpoint, ConnectionEvent.mask) == 0
        else { throw .last("zmq_socket_monitor") }
        let listener = try SocketHandle(kind: ZMQ_PAIR, in: context)
        try listener.set(ZMQ_RCVHWM, to: 0)
        guard unsafe zmq_connect(listener.pointer, endpoint) == 0 else {
            throw .last("zmq_connect", endpoint: endpoint)
        }
        connections = listener
    }

    /// Takes the next connection event; `nil` if none is waiting.
    ///
    /// - Throws: `terminated`, `failure`.
    package borrowing func nextConnectionEvent() throws(ZeroMQError) -> ConnectionEvent? {
        guard let connections else { return nil }
        while let message = try connections.receive(keeping: 2) {
            if let event = ConnectionEvent(message.frames) { return event }
        }
        return nil
    }
}
