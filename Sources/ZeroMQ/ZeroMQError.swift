internal import CZeroMQ
internal import Glibc

/// Why a call to libzmq failed; each case needs a different response.
package enum ZeroMQError: Error, Hashable, Sendable {
    /// Another program listens there: choose another endpoint, or stop that program.
    case addressInUse(endpoint: String)
    /// This machine has no such address or interface: correct the endpoint.
    case addressUnavailable(endpoint: String)
    /// The text is not an endpoint of a known transport: correct it.
    case invalidEndpoint(endpoint: String)
    /// The directory of an `ipc://` endpoint does not exist: create it.
    case missingDirectory(endpoint: String)
    /// This user may not listen there: choose another port or directory.
    case permissionDenied(endpoint: String)
    /// The process or the machine has no descriptor left: raise the limit (`ulimit -n`).
    case tooManyOpenFiles
    /// The context was terminated; the socket can no longer be used.
    case terminated
    /// The library has security holes that any peer can exploit: install a newer one.
    case outdatedLibrary(found: String, needed: String)
    /// The library was built without CURVE: install one with CURVE, or use no keys.
    case curveMissing
    /// An error that the caller cannot correct: report it with this text.
    case failure(operation: String, code: Int, message: String)
}

extension ZeroMQError {
    /// Converts the `errno` of the last call to libzmq.
    static func last(_ operation: String) -> ZeroMQError {
        let code = zmq_errno()
        return switch code {
        case ETERM: .terminated
        case EMFILE, ENFILE: .tooManyOpenFiles
        default: .failure(operation: operation, code: Int(code), message: text(of: code))
        }
    }

    /// Converts the `errno` of the last call to libzmq about an endpoint.
    static func last(_ operation: String, endpoint: String) -> ZeroMQError {
        switch zmq_errno() {
        case EADDRINUSE: .addressInUse(endpoint: endpoint)
        case EADDRNOTAVAIL, ENODEV: .addressUnavailable(endpoint: endpoint)
        case EINVAL, EPROTONOSUPPORT, ENOCOMPATPROTO, ENAMETOOLONG:
            .invalidEndpoint(endpoint: endpoint)
        case ENOENT, ENOTDIR: .missingDirectory(endpoint: endpoint)
        case EACCES, EPERM, EROFS: .permissionDenied(endpoint: endpoint)
        default: last(operation)
        }
    }

    /// Converts the `errno` of the last call to libzmq about keys.
    static func lastOfCurve() -> ZeroMQError {
        zmq_errno() == ENOTSUP ? .curveMissing : last("zmq_curve")
    }

    private static func text(of code: CInt) -> String {
        unsafe zmq_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}

extension ZeroMQError {
    /// Whether the same call may succeed later without any change.
    package var isTransient: Bool {
        switch self {
        case .addressInUse, .tooManyOpenFiles: true
        default: false
        }
    }
}

extension ZeroMQError: CustomStringConvertible {
    /// Says in one sentence what is wrong and what to do next.
    package var description: String {
        switch self {
        case .addressInUse(let endpoint):
            "\(endpoint) is in use: stop the program that listens there, or bind another endpoint"
        case .addressUnavailable(let endpoint):
            "\(endpoint) is not an address of this machine: bind one of its own, or tcp://*:PORT"
        case .invalidEndpoint(let endpoint):
            "\(endpoint) is no endpoint: expected tcp://ADDRESS:PORT or ipc://PATH"
        case .missingDirectory(let endpoint):
            "\(endpoint) is in a directory that does not exist: create it first"
        case .permissionDenied(let endpoint):
            "\(endpoint) may not be used by this user: choose a port above 1023 or another path"
        case .tooManyOpenFiles:
            "no file descriptor is left: raise the limit (ulimit -n) or start fewer workers"
        case .terminated:
            "the ZeroMQ context was terminated"
        case .outdatedLibrary(let found, let needed):
            "libzmq \(found) has known security holes: install \(needed) or newer"
        case .curveMissing:
            "libzmq was built without CURVE, which keys need: install one that has it"
        case .failure(let operation, let code, let message):
            "\(operation) failed: \(message) (\(code))"
        }
    }
}
