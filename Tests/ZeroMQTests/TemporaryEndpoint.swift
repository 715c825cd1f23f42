import Glibc

/// An endpoint in the file system that no other test uses; it is deleted with this object.
final class TemporaryEndpoint {
    let text: String
    private let path: String

    init(_ name: String) {
        path = "/tmp/espalier-test-\(getpid())-\(name)"
        text = "ipc://" + path
    }

    deinit {
        unsafe unlink(path)
    }
}
