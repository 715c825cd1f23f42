/// A received message and its sender.
package struct Delivery: Hashable, Sendable {
    /// The message; frames beyond `Socket.keptFrames` are dropped.
    package let frames: [[UInt8]]
    /// The name under which the `AdmissionDesk` admitted the sender; `nil` for a socket without
    /// keys.
    package let admittedAs: String?
}
