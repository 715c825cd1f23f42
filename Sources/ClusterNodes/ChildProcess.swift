import Glibc

/// A process that this one started.
///
/// It is started with `posix_spawn`: a fork would copy libzmq's threads halfway.
package struct ChildProcess: Hashable, Sendable {
    /// How a process ended.
    package enum End: Hashable, Sendable {
        case exited(status: Int)
        case killed(signal: Int)
    }

    /// Why a process could not be started.
    package struct SpawnError: Error, Hashable, CustomStringConvertible {
        /// The program.
        package let program: String
        /// The system's error number.
        package let code: Int

        /// Names the program and the reason.
        package var description: String {
            "\(program) cannot be started: \(unsafe String(cString: strerror(CInt(code))))"
        }
    }

    /// The number of the process.
    package let id: Int32

    /// Starts a program in a process group of its own, so that Ctrl-C reaches only its parent.
    ///
    /// - Parameter arguments: what follows the program's name.
    package init(program: String, arguments: [String]) throws(SpawnError) {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        var defaults = sigset_t()
        unsafe sigemptyset(&defaults)
        for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&defaults, number) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var id = pid_t()
        let code = unsafe posix_spawn(&id, program, nil, &attributes, &words, environ)
        guard code == 0 else { throw SpawnError(program: program, code: Int(code)) }
        self.id = id
    }

    /// Tells how the process ended, once; nothing while it runs.
    package func poll() -> End? {
        var status: CInt = 0
        guard unsafe waitpid(id, &status, WNOHANG) == id else { return nil }
        let signal = status & 0x7f
        return signal == 0
            ? .exited(status: Int(status >> 8) & 0xff) : .killed(signal: Int(signal))
    }

    /// Sends a signal.
    package func send(signal: CInt) {
        _ = kill(id, signal)
    }

    /// The path of the program that runs now.
    package static func currentProgram() -> String {
        var path = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &path, path.count)
        return String(
            decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
