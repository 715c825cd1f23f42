internal import CZeroMQ

/// Decides who may connect to the sockets of a context that have keys.
///
/// libzmq asks the desk in the middle of a handshake (ZAP, RFC 27), and the peer waits for the
/// answer, so the poller of a fast loop must watch it. A context has at most one desk. The desk
/// must exist before a socket with keys is bound: without a desk libzmq admits every peer that has
/// any key. So only a desk can open such a socket.
package struct AdmissionDesk: ~Copyable {
    /// A request and the answer to it.
    package struct Decision: Hashable, Sendable {
        /// The key that the peer proved to own; `nil` if it has none.
        package let key: CurveKey?
        /// The address of the peer, without a port; empty for an `ipc://` peer on this machine.
        package let address: String
        /// The name under which the peer was admitted; `nil` if it was refused.
        package let admittedAs: String?
    }

    /// The ZAP domain of the sockets with keys.
    static let domain = "espalier"
    private static let endpoint = "inproc://zeromq.zap.01"
    /// Most requests that one call of `decide` answers; thousands of peers may connect at once.
    private static let turnLimit = 512

    private let socket: Socket
    private let context: Context

    /// Opens the desk of a context.
    ///
    /// - Throws: `addressInUse` if the context has one, `tooManyOpenFiles`.
    package init(in context: Context) throws(ZeroMQError) {
        let socket = try Socket(kind: ZMQ_ROUTER, in: context)
        guard unsafe zmq_bind(socket.handle.pointer, Self.endpoint) == 0 else {
            throw .last("zmq_bind", endpoint: Self.endpoint)
        }
        self.socket = socket
        self.context = context
    }

    /// Opens the coordinator's socket, to which only peers that the desk admits can connect.
    ///
    /// - Throws: `curveMissing`, and what `Socket.router(binding:in:settings:)` throws.
    package borrowing func router(
        binding endpoint: String,
        settings: SocketSettings = .coordinator,
        keys: CurveKeyPair
    ) throws(ZeroMQError) -> Socket {
        try Socket.router(binding: endpoint, in: context, settings: settings, keys: keys)
    }

    /// Makes a poller wake up when a peer wants to connect.
    package borrowing func watch(by poller: inout Poller) -> Poller.Source {
        poller.watch(socket)
    }

    /// Answers the waiting requests.
    ///
    /// - Parameter name: returns the name under which the owner of a key is admitted; `nil` refuses
    ///   it.
    /// - Throws: `terminated`, `failure`.
    package borrowing func decide(
        _ name: (CurveKey) -> String?
    ) throws(ZeroMQError) -> [Decision] {
        var decisions: [Decision] = []
        while decisions.count < Self.turnLimit,
            let question = try socket.handle.receive(keeping: AdmissionRequest.frameCount + 1)
        {
            guard let request = AdmissionRequest(question.frames) else { continue }
            let isOurs = request.domain == Self.domain
            let admitted = isOurs ? request.key.flatMap(name) : nil
            // The answer has no receiver any more if the peer is gone.
            _ = try socket.send(admitted.map(request.admission(as:)) ?? request.refusal)
            decisions.append(
                Decision(key: request.key, address: request.address, admittedAs: admitted)
            )
        }
        return decisions
    }
}
