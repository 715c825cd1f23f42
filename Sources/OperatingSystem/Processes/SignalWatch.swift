import Dispatch
import Glibc
import Synchronization

/// Counts the signals that ask a process to stop, so that its loop can react to them.
///
/// After its creation, SIGINT, SIGTERM and SIGHUP no longer end the process. The first signal asks
/// to drain, the second one to stop at once. The object belongs to the thread of the loop.
///
/// If SIGHUP was ignored at the start, as nohup does, it stays ignored.
package final class SignalWatch {
    private final class Tally: Sendable {
        let received = Mutex(0)
    }

    private let tally = Tally()
    private var sources: [any DispatchSourceSignal] = []

    /// Starts watching, and calls `wake` on some thread at each signal.
    package init(waking wake: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Dispatch receives a signal only if its default effect is switched off.
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

    /// Keeps the process alive after the reader of its output is gone.
    package static func outliveReaders() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    private static func isIgnored(_ handler: __sighandler_t?) -> Bool {
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Restores the default effect of the signals, after the loop has ended.
    package static func giveBack() {
        for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
    }

    /// Number of requests to stop.
    package var count: Int {
        tally.received.withLock { $0 }
    }
}
