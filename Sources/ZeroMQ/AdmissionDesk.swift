internal import CZeroMQ

/// Decides who may connect to the sockets of a context that have keys.
///
/// libzmq asks it in the middle of a handshake (ZAP, RFC 27), and the peer waits for the answer: it
/// belongs into the poller of a loop that turns quickly. A context has one desk at most, which is
/// there before any socket with keys is bound: where no desk is, libzmq lets in everybody who has
/// any key. So only a desk can open such a socket.
package struct AdmissionDesk: ~Copyable {
    /// What was asked, and what the answer was.
    package struct Decision: Hashable, Sendable {
        /// The key that the peer proved to own; nothing if it came without.
        package let key: CurveKey?
        /// Where the peer is, without a port; empty for one on this machine's `ipc://`.
        package let address: String
        /// Under which name it was let in; nothing if it was not.
        package let admittedAs: String?
    }

    /// What sockets with keys call themselves to the desk.
    static let domain = "espalier"
    private static let endpoint = "inproc://zeromq.zap.01"
    /// Questions taken in one go; thousands may connect at once.
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

    /// Opens the coordinator's socket, for those whom the desk lets in and nobody else.
    ///
    /// - Throws: `curveMissing`, and what `Socket.router(binding:in:settings:)` throws.
    package borrowing func router(
        binding endpoint: String,
        settings: SocketSettings = .coordinator,
        keys: CurveKeyPair
    ) throws(ZeroMQError) -> Socket {
        try Socket.router(binding: endpoint, in: context, settings: settings, keys: keys)
    }

    /// Has a poller wake when somebody wants to connect.
    package borrowing func watch(by poller: inout Poller) -> Poller.Source {
        poller.watch(socket)
    }

    /// Answers the questions that wait.
    ///
    /// - Parameter name: the name under which the owner of a key is let in, or nothing.
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
            // Nobody waits for the answer any more if the peer is gone.
            _ = try socket.send(admitted.map(request.admission(as:)) ?? request.refusal)
            decisions.append(
                Decision(key: request.key, address: request.address, admittedAs: admitted)
            )
        }
        return decisions
    }
}
