import Glibc

/// The error of the last failed system call of this thread.
package enum SystemError {
    /// The reason in words.
    package static var latest: String {
        unsafe String(cString: strerror(errno))
    }
}
