import Glibc

/// What the system says of the call that failed last on this thread.
package enum SystemError {
    /// The reason in words.
    package static var latest: String {
        unsafe String(cString: strerror(errno))
    }
}
