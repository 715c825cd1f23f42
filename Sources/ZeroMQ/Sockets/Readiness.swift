internal import CZeroMQ

/// What a socket or descriptor is ready for.
package struct Readiness: OptionSet, Hashable, Sendable {
    /// The bits of what a source is ready for.
    package let rawValue: Int

    /// What these bits stand for.
    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// A message can be received, or the descriptor is broken: reading then reports the error.
    package static let readable = Readiness(rawValue: Int(ZMQ_POLLIN))
    /// A message can be sent.
    package static let writable = Readiness(rawValue: Int(ZMQ_POLLOUT))
}
