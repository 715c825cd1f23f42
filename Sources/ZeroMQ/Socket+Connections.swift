internal import CZeroMQ
internal import Synchronization

extension Socket {
    /// Numbers the monitors of the process, whose endpoints need names.
    private static let monitorCount = Atomic(0)

    /// Has libzmq tell what becomes of connections, from now on.
    ///
    /// To be called before the socket is bound or connected, so that nothing is missed. libzmq
    /// would stop its own thread if nobody listened, hence the order: first the listener, and one
    /// whose queue has no end.
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

    /// Takes the next thing that became of a connection, or nothing if none is waiting.
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
