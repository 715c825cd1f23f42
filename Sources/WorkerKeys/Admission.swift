package import Coordination
package import Logging
package import ZeroMQ

/// Admits workers whose keys are listed, and logs all others.
package struct Admission: ~Copyable {
    private let place: ListeningPlace
    private var keys: CoordinatorKeys?
    private let desk: AdmissionDesk
    private let log: Logger
    private var repetitions = Repetitions()
    /// When the list is read again, even if no worker connects.
    private var nextLook = Instant.zero

    /// How long messages of a worker are still accepted after its key was removed from the list.
    private static let lookInterval = Duration.seconds(1)

    /// Is ready to decide before any worker can connect.
    package init(to place: ListeningPlace, in context: Context, log: Logger) throws(ZeroMQError) {
        self.place = place
        keys = place.keys
        desk = try AdmissionDesk(in: context)
        self.log = log
    }

    /// Opens the socket, and makes a poller watch it and the desk.
    package borrowing func open(
        in context: Context, watchedBy poller: inout Poller
    ) throws(ZeroMQError) -> Socket {
        let socket =
            if let keys {
                try desk.router(binding: place.endpoint, keys: keys.pair)
            } else {
                try Socket.router(binding: place.endpoint, in: context)
            }
        _ = poller.watch(socket)
        _ = poller.watchConnections(of: socket)
        _ = desk.watch(by: &poller)
        return socket
    }

    /// Answers connection requests, and logs failed connections.
    package mutating func attend(to socket: borrowing Socket, at now: Instant) throws(ZeroMQError) {
        var keys = keys
        var complaints: [String] = []
        func look() {
            do throws(KeyError) { try keys?.refresh() } catch {
                complaints.append("\(error); the previous list stays valid")
            }
        }
        if nextLook <= now {
            look()
            nextLook = now + Self.lookInterval
        }
        let decisions = try desk.decide { key in
            look()
            return keys?.names[key]?.rawValue
        }
        self.keys = keys
        for complaint in complaints { log.warning("\(complaint)") }
        for decision in decisions { tell(decision, at: now) }
        while let event = try socket.nextConnectionEvent() {
            if let text = warning(about: event) { tell(text, at: now) }
        }
    }

    /// Why a message is ignored: its sender's key was removed from the list after it connected,
    /// which libzmq cannot know; `nil` if the message is accepted.
    package mutating func objection(to delivery: Delivery, at now: Instant) -> String? {
        guard let keys else { return nil }
        if let name = delivery.admittedAs.flatMap(KeyName.init), keys.listed.contains(name) {
            return nil
        }
        let name = delivery.admittedAs ?? "a worker"
        tell("\(name) is now ignored: it is no longer in \(keys.list)", at: now)
        return "its key was removed from the coordinator's list"
    }

    private mutating func tell(_ decision: AdmissionDesk.Decision, at now: Instant) {
        let address = decision.address.isEmpty ? "this machine" : decision.address
        if let name = decision.admittedAs {
            log.info("\(name) connects from \(address), and its key is listed")
        } else if let key = decision.key {
            let list = keys?.list ?? "the list"
            tell(
                """
                refused a worker from \(address): its key \(key) is not in \(list); if it is \
                one of yours, add the line: NAME \(key)
                """, at: now)
        } else {
            tell("refused a worker from \(address), which has no key", at: now)
        }
    }

    private mutating func tell(_ text: String, at now: Instant) {
        if let line = repetitions.line(text, at: now) { log.warning("\(line)") }
    }

    /// A warning for the user about a failed connection; the desk itself reports unknown keys.
    private func warning(about event: ConnectionEvent) -> String? {
        switch event {
        case .mechanismMismatch:
            keys == nil
                ? """
                refused a worker that comes with keys, because this coordinator has none: start \
                the coordinator with --keys, or the worker without
                """
                : """
                refused a worker that comes without keys: start it with --keys and a folder that \
                espalier keys add has made
                """
        case .undecipherable:
            """
            refused a worker that takes this coordinator for another one: the coordinator.public \
            in its folder of keys is not the one of this coordinator
            """
        case .malformed(let code):
            "refused a peer that is not a worker (ZeroMQ's code \(code))"
        case .hungUp:
            // If only one side has keys, the side that notices it first closes the connection.
            """
            a peer hung up during the handshake: perhaps a worker that comes \
            \(keys == nil ? "with keys, but this coordinator has none" : "without keys")
            """
        case .connected, .unanswered, .refused, .stalled: nil
        }
    }
}
