import Glibc

/// A process that this one started.
///
/// It is started with `posix_spawn`: fork would copy the state of libzmq's threads incompletely.
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

    /// The files that a process writes to; `nil` means the same stream as its parent.
    package struct Streams: Hashable, Sendable {
        /// The file for stdout.
        package let output: String?
        /// The file for stderr.
        package let errors: String?

        /// Names the files; what has none goes where the parent's goes.
        package init(output: String? = nil, errors: String? = nil) {
            self.output = output
            self.errors = errors
        }
    }

    /// The number of the process.
    package let id: Int32

    /// Starts a program in its own process group, so that Ctrl-C reaches only its parent.
    ///
    /// - Parameters:
    ///   - program: the path of the program.
    ///   - arguments: the arguments after the program's name.
    package init(
        program: String, arguments: [String], writingTo streams: Streams = Streams()
    ) throws(SpawnError) {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var defaults = sigset_t()
        unsafe sigemptyset(&defaults)
        for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&defaults, number) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        // Threads of Dispatch block signals, and a child would inherit that.
        var blocked = sigset_t()
        unsafe sigemptyset(&blocked)
        unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe Self.redirect(streams, by: &actions)
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var id = pid_t()
        let code = unsafe posix_spawn(&id, program, &actions, &attributes, &words, environ)
        guard code == 0 else { throw SpawnError(program: program, code: Int(code)) }
        self.id = id
    }

    private static func redirect(
        _ streams: Streams, by actions: inout posix_spawn_file_actions_t
    ) {
        let files = [(STDOUT_FILENO, streams.output), (STDERR_FILENO, streams.errors)]
        for (stream, path) in files {
            guard let path else { continue }
            unsafe posix_spawn_file_actions_addopen(
                &actions, stream, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
    }

    /// How the process ended, given once; `nil` while it runs.
    package func poll() -> End? {
        var status: CInt = 0
        guard unsafe waitpid(id, &status, WNOHANG) == id else { return nil }
        let signal = status & 0x7f
        return signal == 0
            ? .exited(status: Int(status >> 8) & 0xff) : .killed(signal: Int(signal))
    }

    /// The signal that asks a process to finish its work and end.
    package static let termination = SIGTERM
    /// The signal that ends a process at once.
    package static let death = SIGKILL

    /// Sends a signal.
    package func send(signal: CInt) {
        _ = kill(id, signal)
    }

    /// The path of the running program.
    package static func currentProgram() -> String {
        var path = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &path, path.count)
        return String(
            decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
