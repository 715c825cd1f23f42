import FoundationEssentials
import Glibc
import OperatingSystem
import Testing

/// A folder of its own for a test; it goes away with everything in it, and with every process whose
/// command line names it.
final class TestFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/espalier-test-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&name) != nil)
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for entry in ProcessTable.entries() where entry.mentions(path) {
            kill(entry.id, SIGKILL)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String {
        "\(path)/\(name)"
    }

    /// Writes a file, and gives its path; folders on the way are made.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: FilePath.folder(of: file(name)), withIntermediateDirectories: true)
        try text.write(toFile: file(name), atomically: false, encoding: .utf8)
        return file(name)
    }

    /// The text of a file; empty where there is none.
    func text(of name: String) -> String {
        (try? String(contentsOfFile: file(name), encoding: .utf8)) ?? ""
    }

    /// Where a coordinator of the test listens.
    var endpoint: String { "ipc://\(path)/c.ipc" }
}
