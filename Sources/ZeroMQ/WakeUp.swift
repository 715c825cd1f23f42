internal import CZeroMQ
internal import Glibc

/// Lets any thread wake the one that waits in a poller.
///
/// Signals are not counted: however many were given, the poller wakes once, and `clear` makes it
/// sleep again.
package final class WakeUp: Sendable {
    let descriptor: CInt

    /// Opens an event descriptor.
    ///
    /// - Throws: `tooManyOpenFiles`, `failure`.
    package init() throws(ZeroMQError) {
        descriptor = eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw .last("eventfd") }
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Wakes the poller, now or when it next waits; never blocks.
    package func signal() {
        // It fails only where the count is at its maximum, and then the poller is awake anyway.
        _ = eventfd_write(descriptor, 1)
    }

    /// Takes back what was signalled; call it before looking for the reason of the wake-up.
    package func clear() {
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
