import Glibc

/// How many files and connections a process may have open at once.
package enum DescriptorLimit {
    /// Number of descriptors that a process needs besides its connections: files, wake-ups,
    /// libzmq's own.
    package static let reserve = 64

    /// Raises the limit of this process to the most that this user may set, often from 1,024 to
    /// much more.
    ///
    /// - Returns: the new limit.
    package static func raise() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return 1024
        }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        let isRaised = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0
        return Int(clamping: isRaised ? raised.rlim_cur : limit.rlim_cur)
    }
}
