internal import CZeroMQ
internal import Glibc

extension Socket {
    /// Opens the coordinator's socket: it listens, and routing ids tell its peers apart.
    ///
    /// libzmq chooses a routing id for each connection, so a peer that reconnects has a new one.
    /// The peer's messages say which worker it is.
    ///
    /// - Throws: `addressInUse`, `addressUnavailable`, `invalidEndpoint`, `missingDirectory`,
    ///   `permissionDenied`, `tooManyOpenFiles`.
    package static func router(
        binding endpoint: String,
        in context: Context,
        settings: SocketSettings = .coordinator
    ) throws(ZeroMQError) -> Socket {
        try router(binding: endpoint, in: context, settings: settings, keys: nil)
    }

    /// Opens the coordinator's socket, for every peer or, with keys, for those that a desk admits.
    static func router(
        binding endpoint: String,
        in context: Context,
        settings: SocketSettings,
        keys: CurveKeyPair?
    ) throws(ZeroMQError) -> Socket {
        // libzmq would silently take the path over from the program that listens there.
        guard !isAnswered(endpoint) else { throw .addressInUse(endpoint: endpoint) }
        var socket = try Socket(kind: ZMQ_ROUTER, in: context)
        try socket.apply(settings)
        if let keys { try socket.serve(with: keys) }
        // Without it, messages to peers that are gone are lost without an error.
        try socket.set(ZMQ_ROUTER_MANDATORY, to: 1)
        // A thousand workers may start in the same second; the default queue is 100.
        try socket.set(ZMQ_BACKLOG, to: 1024)
        try socket.reportConnections(in: context)
        guard unsafe zmq_bind(socket.handle.pointer, endpoint) == 0 else {
            throw .last("zmq_bind", endpoint: endpoint)
        }
        return socket
    }

    /// Tells whether a program listens at an `ipc://` path; a file left by a crash does not count.
    private static func isAnswered(_ endpoint: String) -> Bool {
        let scheme = "ipc://"
        let path = Array(endpoint.utf8.dropFirst(scheme.utf8.count))
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard endpoint.hasPrefix(scheme), path.count < room else { return false }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = Glibc.socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe connect(descriptor, address, size) == 0
            }
        }
        // A listener with a full queue cannot accept at once, but it exists.
        return isConnected || errno == EAGAIN
    }

    /// Opens a worker's socket: it connects, and reconnects whenever the connection is lost.
    ///
    /// It succeeds even if no program listens yet; until one does, `send` returns `wouldBlock`.
    ///
    /// - Parameters:
    ///   - keys: the worker's own keys and the server's; `nil` for a router without keys.
    ///   - reportsConnections: whether connection events are reported; libzmq makes two more
    ///     sockets for that.
    /// - Throws: `invalidEndpoint`, `addressUnavailable`, `tooManyOpenFiles`.
    package static func dealer(
        connecting endpoint: String,
        in context: Context,
        settings: SocketSettings = .worker,
        keys: ClientKeys? = nil,
        reportsConnections: Bool = true
    ) throws(ZeroMQError) -> Socket {
        var socket = try Socket(kind: ZMQ_DEALER, in: context)
        try socket.apply(settings)
        if let keys { try socket.introduce(with: keys) }
        // Otherwise messages are queued for a connection that does not exist, and lost with it.
        try socket.set(ZMQ_IMMEDIATE, to: 1)
        try socket.set(ZMQ_RECONNECT_IVL, to: settings.reconnectInterval.lowerBound)
        try socket.set(ZMQ_RECONNECT_IVL_MAX, to: settings.reconnectInterval.upperBound)
        if reportsConnections { try socket.reportConnections(in: context) }
        guard unsafe zmq_connect(socket.handle.pointer, endpoint) == 0 else {
            throw .last("zmq_connect", endpoint: endpoint)
        }
        return socket
    }
}
