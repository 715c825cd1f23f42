import Dispatch
import Glibc
import Synchronization

/// Turns the signals that ask a process to stop into something that its loop can look at.
///
/// From its creation on, SIGINT, SIGTERM and SIGHUP no longer end the process. The first one asks
/// to drain, the second one to stop at once. It belongs to the thread of the loop.
///
/// A SIGHUP that whoever started the process wanted ignored, as nohup does, stays ignored.
package final class SignalWatch {
    private final class Tally: Sendable {
        let received = Mutex(0)
    }

    private let tally = Tally()
    private var sources: [any DispatchSourceSignal] = []

    /// Watches from now on, and calls `wake` on some thread at each signal.
    package init(waking wake: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Dispatch only sees a signal that has no default effect.
            let earlier = signal(number, SIG_IGN)
            guard number != SIGHUP || !Self.isIgnored(earlier) else { continue }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [tally] in
                tally.received.withLock { $0 += 1 }
                wake()
            }
            source.resume()
            sources.append(source)
        }
    }

    /// Lets the process live on when nobody reads what it prints any more.
    package static func outliveReaders() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    private static func isIgnored(_ handler: __sighandler_t?) -> Bool {
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Lets the signals end the process again, once no loop looks at them any more.
    package static func giveBack() {
        for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
    }

    /// How often the process was asked to stop.
    package var count: Int {
        tally.received.withLock { $0 }
    }
}
