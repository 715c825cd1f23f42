import Synchronization
import ZeroMQ

/// Passes messages from training threads to the node that owns it.
///
/// The node reads it once per turn; the sender never waits.
final class Mailbox<Message: Sendable>: Sendable {
    private let waiting = Mutex<[Message]>([])
    private let wakeUp: WakeUp

    init(waking wakeUp: WakeUp) {
        self.wakeUp = wakeUp
    }

    func post(_ message: Message) {
        waiting.withLock { $0.append(message) }
        wakeUp.signal()
    }

    func drain() -> [Message] {
        waiting.withLock { messages in
            defer { messages.removeAll(keepingCapacity: true) }
            return messages
        }
    }
}
