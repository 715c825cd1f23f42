/// The direction of a message.
enum Direction: Int, Sendable {
    case toCoordinator = 0
    case toWorker = 1
}
