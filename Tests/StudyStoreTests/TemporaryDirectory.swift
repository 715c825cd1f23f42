import Glibc
import Testing

/// A temporary directory for a test; it is deleted with its content.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var name = Array("/tmp/espalier-store-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&name) != nil)
        path = String(decoding: name.dropLast().map(UInt8.init), as: UTF8.self)
    }

    deinit {
        for name in ["study", "copy"] {
            for suffix in ["", "-wal", "-shm", "-lock", "-journal"] {
                unsafe unlink("\(path)/\(name)\(suffix)")
            }
        }
        unsafe rmdir(path)
    }

    var study: String { path + "/study" }
    var copy: String { path + "/copy" }
}
