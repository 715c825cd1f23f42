internal import CZeroMQ
internal import Glibc

/// Waits until one of several sockets and descriptors is ready; it belongs to one thread.
///
/// A socket that was closed is no longer watched.
@safe package struct Poller: ~Copyable {
    /// A socket or descriptor that a poller watches.
    package struct Source: Hashable, Sendable {
        fileprivate let index: Int
    }

    /// Keeps the watched object alive.
    private enum Watched {
        case socket(SocketHandle)
        case wakeUp(WakeUp)
        case descriptor
    }

    private var watched: [Watched] = []
    private var entries: [zmq_pollitem_t] = unsafe []

    /// Starts without anything to watch.
    package init() {}

    /// Watches a socket from now on.
    package mutating func watch(
        _ socket: borrowing Socket,
        for readiness: Readiness = .readable
    ) -> Source {
        unsafe watch(
            .socket(socket.handle),
            zmq_pollitem_t(
                socket: socket.handle.pointer,
                fd: -1,
                events: readiness.events,
                revents: 0
            )
        )
    }

    /// Watches the connection events of a socket from now on.
    ///
    /// - Precondition: the socket is a router or a dealer.
    package mutating func watchConnections(of socket: borrowing Socket) -> Source {
        guard let listener = socket.connections else {
            preconditionFailure("a socket that does not report connections was watched")
        }
        return unsafe watch(
            .socket(listener),
            zmq_pollitem_t(
                socket: listener.pointer,
                fd: -1,
                events: Readiness.readable.events,
                revents: 0
            )
        )
    }

    /// Watches a wake-up from now on.
    package mutating func watch(_ wakeUp: WakeUp) -> Source {
        unsafe watch(
            .wakeUp(wakeUp),
            zmq_pollitem_t(
                socket: nil,
                fd: wakeUp.descriptor,
                events: Readiness.readable.events,
                revents: 0
            )
        )
    }

    /// Watches a descriptor, for example that of `signalfd`; it must stay open.
    package mutating func watch(
        descriptor: CInt,
        for readiness: Readiness = .readable
    ) -> Source {
        unsafe watch(
            .descriptor,
            zmq_pollitem_t(socket: nil, fd: descriptor, events: readiness.events, revents: 0)
        )
    }

    private mutating func watch(_ owner: Watched, _ entry: zmq_pollitem_t) -> Source {
        watched.append(owner)
        unsafe entries.append(entry)
        return Source(index: watched.count - 1)
    }

    /// Changes what a source is watched for; with an empty set the poller ignores the source.
    package mutating func expect(_ readiness: Readiness, of source: Source) {
        unsafe entries[source.index].events = readiness.events
    }

    /// Waits until a source is ready or the time (ms) is over; `nil` waits without limit.
    ///
    /// A signal that interrupts the wait does not end it. libzmq 4.3.4 may miss a wake-up if a
    /// signal comes at the wrong moment, so block signals in this thread, watch a `signalfd`
    /// instead, and wait for at most a second.
    ///
    /// - Returns: whether at least one source is ready.
    /// - Throws: `terminated`, `failure`.
    package mutating func wait(milliseconds: Int?) throws(ZeroMQError) -> Bool {
        let end = milliseconds.map { Self.clock() + max(0, $0) }
        forgetClosedSockets()
        while true {
            let left = end.map { max(0, $0 - Self.clock()) } ?? -1
            let count = unsafe zmq_poll(&entries, CInt(entries.count), left)
            if count >= 0 { return count > 0 }
            guard zmq_errno() == EINTR else { throw .last("zmq_poll") }
        }
    }

    /// What a source was ready for when the last wait ended.
    package func readiness(of source: Source) -> Readiness {
        let events = unsafe CInt(entries[source.index].revents)
        var readiness = Readiness(rawValue: Int(events & (ZMQ_POLLIN | ZMQ_POLLOUT)))
        if events & ZMQ_POLLERR != 0 { readiness.insert(.readable) }
        return readiness
    }

    /// Replaces the entry of a closed socket by one for no descriptor, which is never ready.
    private mutating func forgetClosedSockets() {
        for index in watched.indices {
            guard case .socket(let handle) = watched[index] else { continue }
            let isClosed = unsafe handle.pointer == nil
            guard isClosed else { continue }
            watched[index] = .descriptor
            unsafe entries[index] = zmq_pollitem_t(socket: nil, fd: -1, events: 0, revents: 0)
        }
    }

    /// Milliseconds of the monotonic clock.
    private static func clock() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension Readiness {
    fileprivate var events: CShort {
        CShort(truncatingIfNeeded: rawValue)
    }
}
