import Glibc
import OperatingSystem
import Testing

@Suite struct FileBytesTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func error(reading path: String, limit: FileLimit = .memory()) -> FileError? {
        do throws(FileError) {
            _ = try FileBytes.read(path, limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a file is read whole`() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        let path = try folder.write(bytes, to: "large")
        #expect(try FileBytes.read(path) == bytes)
        #expect(try FileBytes.start(of: path, count: 5) == [0, 1, 2, 3, 4])
    }

    @Test func `a file of the system that claims to be empty is read whole`() throws {
        #expect(try FileBytes.read("/proc/self/status").count > 100)
    }

    @Test func `what is missing is told with who wants it`() {
        let path = folder.path + "/none"
        #expect(error(reading: path) == .missing(path: path, mention: nil))
    }

    @Test func `a named pipe is refused at once though nobody writes into it`() throws {
        let path = folder.path + "/pipe"
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let found = error(reading: path)
        #expect(found == .notAFile(path: path, found: .namedPipe))
        #expect(
            "\(found.map { "\($0)" } ?? "")" == """
                \(path) is a named pipe, expected a regular file: write what comes from it into a \
                file first
                """)
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "/dev/stdin"])
    func `devices are refused`(path: String) {
        switch error(reading: path) {
        case .notAFile(path, _): break
        case nil where path == "/dev/stdin": break  // A test may be started with a file there.
        case let other: Issue.record("\(String(describing: other))")
        }
    }

    @Test func `a folder is refused`() {
        let found = error(reading: folder.path)
        #expect(found == .notAFile(path: folder.path, found: .folder))
    }

    @Test func `a file that fills too much of the free memory is refused before it is read`() throws
    {
        let path = try folder.write([1, 2, 3], to: "sparse")
        try #require(unsafe truncate(path, 1 << 40) == 0)
        let limit = FileLimit.memory(free: 400 << 20)
        #expect(error(reading: path, limit: limit) == .tooLarge(path: path, limit: limit))
        #expect("\(FileError.tooLarge(path: path, limit: limit))".contains("more than 100 MiB"))
    }

    @Test func `the last byte that a limit allows is read`() throws {
        let path = try folder.write([UInt8](repeating: 7, count: 1 << 20), to: "config")
        #expect(error(reading: path, limit: .small("a config")) == nil)
        try folder.write([UInt8](repeating: 7, count: (1 << 20) + 1), to: "config")
        let limit = FileLimit.small("a config")
        #expect(error(reading: path, limit: limit) == .tooLarge(path: path, limit: limit))
        #expect(
            "\(FileError.tooLarge(path: path, limit: limit))".hasSuffix(
                "has more than 1 MiB, which is too much for a config: correct the path"))
    }

    @Test func `a file that grows while it is read is bounded, too`() {
        // It claims to be empty, and has more than that.
        let limit = FileLimit.memory(free: 40)
        let path = "/proc/self/status"
        #expect(error(reading: path, limit: limit) == .tooLarge(path: path, limit: limit))
    }

    @Test func `the system says how much memory is free`() throws {
        let free = try #require(FreeMemory.bytes())
        #expect(free > 1 << 20)
        #expect(FileLimit.memory(free: free).bytes == free / 4)
    }
}
