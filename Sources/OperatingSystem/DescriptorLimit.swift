import Glibc

/// How many files and connections a process may have open at once.
package enum DescriptorLimit {
    /// What a process needs besides its connections: files, wake-ups, libzmq's own.
    package static let reserve = 64

    /// Raises the limit of this process as far as this user may, which is often from 1,024 to much
    /// more.
    ///
    /// - Returns: the limit that holds now.
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
