internal import CZeroMQ
internal import Glibc

/// Lets any thread wake the thread that waits in a poller.
///
/// Signals are not counted: several signals wake the poller once, and `clear` resets them.
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

    /// Wakes the poller now or, if it is not waiting, at its next wait; never blocks.
    package func signal() {
        // It fails only if the counter is at its maximum, and then the poller wakes anyway.
        _ = eventfd_write(descriptor, 1)
    }

    /// Resets the signals; call it before looking for the reason of the wake-up.
    package func clear() {
        var count: eventfd_t = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
