package import Coordination
package import Logging
package import ZeroMQ

/// The coordinator's door: lets workers in whose keys are listed, and tells of everybody else.
package struct Admission: ~Copyable {
    private let place: ListeningPlace
    private var keys: CoordinatorKeys?
    private let desk: AdmissionDesk
    private let log: Logger
    private var repetitions = Repetitions()
    /// When the list is looked at again, whether or not somebody knocks.
    private var nextLook = Instant.zero

    /// How long a worker may still be heard whose key was taken off the list.
    private static let lookInterval = Duration.seconds(1)

    /// Is ready to decide, before anybody can come.
    package init(to place: ListeningPlace, in context: Context, log: Logger) throws(ZeroMQError) {
        self.place = place
        keys = place.keys
        desk = try AdmissionDesk(in: context)
        self.log = log
    }

    /// Opens the socket, and has a poller watch it and the door.
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

    /// Decides on those who want in, and tells what became of those who tried.
    package mutating func attend(to socket: borrowing Socket, at now: Instant) throws(ZeroMQError) {
        var keys = keys
        var complaints: [String] = []
        func look() {
            do throws(KeyError) { try keys?.refresh() } catch {
                complaints.append("\(error); the list from before holds")
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

    /// Why a message is not listened to: its sender's key was taken off the list meanwhile, which
    /// libzmq cannot know; nothing where it is listened to.
    package mutating func objection(to delivery: Delivery, at now: Instant) -> String? {
        guard let keys else { return nil }
        if let name = delivery.admittedAs.flatMap(KeyName.init), keys.listed.contains(name) {
            return nil
        }
        let name = delivery.admittedAs ?? "a worker"
        tell("\(name) is no longer heard: it is not in \(keys.list) any more", at: now)
        return "its key was taken off the coordinator's list"
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

    /// What a person should know about a failed connection; the desk tells of unknown keys.
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
            "refused somebody who does not speak as workers do (ZeroMQ's code \(code))"
        case .hungUp:
            // Whichever side first sees that only one of them has keys hangs up on the other.
            """
            somebody hung up in the midst of the handshake: perhaps a worker that comes \
            \(keys == nil ? "with keys, where this coordinator has none" : "without keys")
            """
        case .connected, .unanswered, .refused, .stalled: nil
        }
    }
}
