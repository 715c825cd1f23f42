import Dispatch

/// Starts threads that live as long as their process.
enum WatchThread {
    /// Runs something on a thread of its own.
    static func start(_ body: @escaping @Sendable () -> Void) {
        DispatchQueue(label: "watchdog", qos: .userInteractive).async(execute: body)
    }
}
