internal import CZeroMQ
internal import Glibc

/// Why libzmq did not do what it was asked; each case is a different thing to do about it.
package enum ZeroMQError: Error, Hashable, Sendable {
    /// Somebody else listens there: choose another endpoint, or stop them.
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
    /// The context was terminated; the socket is of no more use.
    case terminated
    /// The library has flaws that a stranger can exploit: install a newer one.
    case outdatedLibrary(found: String, needed: String)
    /// The library was built without CURVE: install one that has it, or go without keys.
    case curveMissing
    /// Something that no caller can mend: report it with this text.
    case failure(operation: String, code: Int, message: String)
}

extension ZeroMQError {
    /// Reads what the last call to libzmq left in `errno`.
    static func last(_ operation: String) -> ZeroMQError {
        let code = zmq_errno()
        return switch code {
        case ETERM: .terminated
        case EMFILE, ENFILE: .tooManyOpenFiles
        default: .failure(operation: operation, code: Int(code), message: text(of: code))
        }
    }

    /// Reads what the last call to libzmq about an endpoint left in `errno`.
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

    /// Reads what the last call to libzmq about keys left in `errno`.
    static func lastOfCurve() -> ZeroMQError {
        zmq_errno() == ENOTSUP ? .curveMissing : last("zmq_curve")
    }

    private static func text(of code: CInt) -> String {
        unsafe zmq_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}

extension ZeroMQError {
    /// Whether the same call may succeed later without anybody changing it.
    package var isTransient: Bool {
        switch self {
        case .addressInUse, .tooManyOpenFiles: true
        default: false
        }
    }
}

extension ZeroMQError: CustomStringConvertible {
    /// Says in a sentence what was found and what to do next.
    package var description: String {
        switch self {
        case .addressInUse(let endpoint):
            "\(endpoint) is in use: stop the program that listens there, or bind another endpoint"
        case .addressUnavailable(let endpoint):
            "\(endpoint) is no address of this machine: bind one of its own, or tcp://*:PORT"
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
            "libzmq \(found) has known holes: install \(needed) or newer"
        case .curveMissing:
            "libzmq was built without CURVE, which keys need: install one that has it"
        case .failure(let operation, let code, let message):
            "\(operation) failed: \(message) (\(code))"
        }
    }
}
