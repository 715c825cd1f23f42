import Testing
import WireProtocol

extension FuzzTarget {
    /// Messages that a coordinator reads.
    static let workerMessages = FuzzTarget(name: "worker-messages") {
        messages
    } reads: { bytes, _ in
        guard let message = try? MessageCodec.decodeWorkerMessage([bytes]) else { return false }
        let again = try MessageCodec.decodeWorkerMessage(MessageCodec.encode(message))
        #expect(again == message)
        return true
    }

    /// Messages that a worker reads.
    static let coordinatorMessages = FuzzTarget(name: "coordinator-messages") {
        messages
    } reads: { bytes, _ in
        let message =
            (try? MessageCodec.decodeCoordinatorMessage([bytes]))
            ?? (try? MessageCodec.decodeCoordinatorMessage([bytes, [1, 2, 3]]))
        guard let message else { return false }
        let again = try MessageCodec.decodeCoordinatorMessage(MessageCodec.encode(message))
        #expect(again == message)
        return true
    }

    /// The examples of the protocol's page.
    private static var messages: InputMutation {
        let page = Checkout.text(of: "cluster/PROTOCOL.md")
        return InputMutation(
            goldens: page.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
                Array($0.utf8)
            },
            tokens: TextTokens.all, brackets: JSONText.brackets)
    }
}
