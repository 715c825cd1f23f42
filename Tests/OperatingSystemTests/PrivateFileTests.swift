import Glibc
import OperatingSystem
import Testing

@Suite struct PrivateFileTests {
    private let folder: ScratchFolder
    private var path: String { folder.path + "/secret" }

    init() throws {
        folder = try ScratchFolder()
    }

    private func error(_ body: () throws(FileError) -> Void) -> FileError? {
        do throws(FileError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func `a file is made once and read back`() throws {
        try PrivateFile.create(path, text: "one\n")
        try PrivateFile.append("two\n", to: path)
        #expect(try PrivateFile.read(path, isSecret: true, kind: "a key") == "one\ntwo\n")
        let again = error { () throws(FileError) in try PrivateFile.create(path, text: "three") }
        #expect(again == .alreadyExists(path: path))
    }

    @Test func `a secret that others may read is refused`() throws {
        try PrivateFile.create(path, text: "one")
        try #require(unsafe chmod(path, 0o640) == 0)
        let found = error { () throws(FileError) in
            _ = try PrivateFile.read(path, isSecret: true, kind: "a key")
        }
        #expect(found == .exposed(path: path, mode: "640", isFolder: false))
        #expect(try PrivateFile.read(path, isSecret: false, kind: "a key") == "one")
    }

    @Test func `a named pipe is no key`() throws {
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let found = error { () throws(FileError) in
            _ = try PrivateFile.read(path, isSecret: true, kind: "a key")
        }
        #expect(found == .notAFile(path: path, found: .namedPipe))
    }

    @Test func `what is too long for keys is refused`() throws {
        try PrivateFile.create(path, text: String(repeating: "x", count: (1 << 20) + 1))
        let found = error { () throws(FileError) in
            _ = try PrivateFile.read(path, isSecret: true, kind: "a key")
        }
        #expect(found == .tooLarge(path: path, limit: .small("a key")))
    }
}
