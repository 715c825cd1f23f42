internal import CZeroMQ

extension Socket {
    borrowing func apply(_ settings: SocketSettings) throws(ZeroMQError) {
        try handle.set(ZMQ_MAXMSGSIZE, to: Int64(settings.frameBytes))
        try set(ZMQ_SNDHWM, to: settings.queuedMessages)
        try set(ZMQ_RCVHWM, to: settings.waitingMessages)
        try set(ZMQ_LINGER, to: settings.linger)
        try set(ZMQ_HEARTBEAT_IVL, to: settings.heartbeatInterval)
        try set(ZMQ_HEARTBEAT_TIMEOUT, to: settings.heartbeatTimeout)
        try set(ZMQ_HEARTBEAT_TTL, to: 2 * settings.heartbeatTimeout)
        // The default of 30 s lets half-open connections accumulate.
        try set(ZMQ_HANDSHAKE_IVL, to: 10_000)
        try set(ZMQ_IPV6, to: 1)
        // The kernel also detects dead peers, within a minute.
        try set(ZMQ_TCP_KEEPALIVE, to: 1)
        try set(ZMQ_TCP_KEEPALIVE_IDLE, to: 60)
        try set(ZMQ_TCP_KEEPALIVE_INTVL, to: 20)
        try set(ZMQ_TCP_KEEPALIVE_CNT, to: 3)
        try set(ZMQ_TCP_MAXRT, to: 60_000)
    }

    /// Requires that the context's `AdmissionDesk` admits every peer that connects.
    borrowing func serve(with keys: CurveKeyPair) throws(ZeroMQError) {
        try set(ZMQ_CURVE_SERVER, to: 1)
        try handle.set(ZMQ_CURVE_SECRETKEY, to: keys.secret.bytes)
        try handle.set(ZMQ_ZAP_DOMAIN, to: Array(AdmissionDesk.domain.utf8))
    }

    /// Talks only to the owner of the server's key.
    borrowing func introduce(with keys: ClientKeys) throws(ZeroMQError) {
        try handle.set(ZMQ_CURVE_SERVERKEY, to: keys.server.bytes)
        try handle.set(ZMQ_CURVE_PUBLICKEY, to: keys.own.publicKey.bytes)
        try handle.set(ZMQ_CURVE_SECRETKEY, to: keys.own.secret.bytes)
    }

    borrowing func set(_ option: CInt, to number: Int) throws(ZeroMQError) {
        try handle.set(option, to: number)
    }
}

extension SocketHandle {
    /// Sets an option that libzmq keeps as an `int`.
    func set(_ option: CInt, to number: Int) throws(ZeroMQError) {
        let number = CInt(clamping: number)
        try set(option, to: unsafe withUnsafeBytes(of: number) { unsafe Array($0) })
    }

    /// Sets an option that libzmq keeps as an `int64_t`.
    func set(_ option: CInt, to number: Int64) throws(ZeroMQError) {
        try set(option, to: unsafe withUnsafeBytes(of: number) { unsafe Array($0) })
    }

    /// Sets an option that libzmq keeps as bytes.
    func set(_ option: CInt, to bytes: [UInt8]) throws(ZeroMQError) {
        guard unsafe zmq_setsockopt(pointer, option, bytes, bytes.count) == 0 else {
            // A library with CURVE accepts every key of the right length.
            let isMissing = unsafe zmq_has("curve") == 0
            throw isMissing ? .curveMissing : .last("zmq_setsockopt(\(option))")
        }
    }
}
