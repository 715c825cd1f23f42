import Coordination
import OperatingSystem
import Studies
import StudyStore
import WireProtocol
import WorkerKeys
import ZeroMQ

/// Reads the messages of a turn, and answers them once their events are durable.
extension CoordinatorNode {
    /// Reads the messages that have arrived, up to the limits of a turn.
    ///
    /// - Returns: whether no message is left.
    mutating func receive() throws -> Bool {
        let began = SystemClock.now()
        var arrived: [Delivery] = []
        var bytes = 0
        var readAll = false
        while arrived.count < CoordinatorLimits.turnMessages, bytes < CoordinatorLimits.turnBytes {
            guard let delivery = try socket.receiveDelivery() else {
                readAll = true
                break
            }
            bytes += delivery.frames.reduce(0) { $0 + $1.count }
            if let objection = admission.objection(to: delivery, at: began) {
                try turnAway(delivery, objection)
            } else {
                arrived.append(delivery)
            }
        }
        account.charge(.receiving)
        let inputs = arrived.compactMap {
            coordinator.input(of: $0.frames, admittedAs: $0.admittedAs)
        }
        account.charge(.decoding)
        for input in inputs { handle(input) }
        return readAll
    }

    private func turnAway(_ delivery: Delivery, _ reason: String) throws {
        guard let peer = delivery.frames.first else { return }
        let letter = Letter(.refused(reason: reason), to: PeerID(rawValue: peer))
        _ = try socket.send(letter.frames)
    }

    /// Makes the events of the turn durable, then carries out all directives in order.
    ///
    /// If the disk is full, it carries out none.
    mutating func settle() throws {
        while !pending.isEmpty {
            let directives = pending
            let events = directives.compactMap { directive in
                if case .record(let event) = directive { event } else { nil }
            }
            let entries = journal.entries(for: events)
            account.charge(.recording)
            if !entries.isEmpty {
                let isDurable = try pause.append(entries, to: journal, log: log)
                account.charge(.committing)
                guard isDurable else { return }
            }
            pending.removeAll(keepingCapacity: true)
            for start in stride(from: 0, to: directives.count, by: CoordinatorLimits.sendingGroup) {
                let group = directives[
                    start..<min(directives.count, start + CoordinatorLimits.sendingGroup)]
                try send(group.compactMap { carryOut($0) })
            }
        }
    }

    /// Carries out a directive; returns the message to send, if any.
    private mutating func carryOut(_ directive: Coordinator.Directive) -> Letter? {
        switch directive {
        case .record: break
        case .send(let message, let peer): return Letter(message, to: peer)
        case .sendChunk(let dataset, let offset, let peer):
            return Letter(rows.chunk(of: dataset, from: offset), to: peer)
        case .note(let notice):
            notices.tell(notice, workers: workerCount, at: SystemClock.now())
        case .finish: departure.sayFarewell(at: SystemClock.now())
        }
        return nil
    }

    /// A message that cannot be sent now is dropped: workers repeat messages that need an answer.
    private mutating func send(_ letters: [Letter]) throws {
        account.charge(.encoding)
        for letter in letters where try socket.send(letter.frames) == .unreachable {
            handle(.unreachable(letter.peer))
        }
        account.charge(.sending)
    }
}
