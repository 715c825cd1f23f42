internal import CZeroMQ
internal import Glibc

/// The threads and queues of libzmq in this process; there is one, created first and released last.
///
/// A context may be used from every thread. Its sockets keep it alive. When the last socket and the
/// last other owner are gone, it waits until no socket lingers over unsent messages.
@safe package final class Context: @unchecked Sendable {
    // libzmq promises that a context is thread safe, and the pointer never changes.
    let pointer: UnsafeMutableRawPointer

    /// Starts libzmq.
    ///
    /// - Throws: `outdatedLibrary` below 4.3.3, which has security holes that need no key to
    ///   exploit (CVE-2020-15166 and others); `tooManyOpenFiles`.
    package init() throws(ZeroMQError) {
        try Self.requireSafeVersion(Self.libraryVersion)
        guard let pointer = unsafe zmq_ctx_new() else { throw .last("zmq_ctx_new") }
        unsafe self.pointer = unsafe pointer
        // Without this a socket whose linger was never set could keep the process from ending.
        unsafe zmq_ctx_set(pointer, ZMQ_BLOCKY, 0)
    }

    deinit {
        while unsafe zmq_ctx_term(pointer) != 0, zmq_errno() == EINTR {}
    }

    /// The version of the loaded library: major, minor, patch.
    package static var libraryVersion: (major: Int, minor: Int, patch: Int) {
        var (major, minor, patch) = (CInt(0), CInt(0), CInt(0))
        unsafe zmq_version(&major, &minor, &patch)
        return (Int(major), Int(minor), Int(patch))
    }

    /// Rejects versions before 4.3.3.
    ///
    /// - Throws: `outdatedLibrary`.
    package static func requireSafeVersion(
        _ version: (major: Int, minor: Int, patch: Int)
    ) throws(ZeroMQError) {
        guard version >= (4, 3, 3) else {
            throw .outdatedLibrary(
                found: "\(version.major).\(version.minor).\(version.patch)",
                needed: "4.3.3"
            )
        }
    }
}
