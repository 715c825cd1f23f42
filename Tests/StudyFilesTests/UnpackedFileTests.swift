import FoundationEssentials
import Glibc
import OperatingSystem
import StudyFiles
import Testing

@Suite struct UnpackedFileTests {
    /// A megabyte of zeros, as `head -c 1048576 /dev/zero | gzip -9n` packs it.
    private static let packed: [UInt8] =
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xed, 0xc1, 0x31, 1, 0, 0, 0, 0xc2, 0xa0, 0xf5, 0x4f]
        + [0x6d, 8, 0x5f, 0xa0] + [UInt8](repeating: 0, count: 1016)
        + [0x3e, 3, 0x1c, 0xea, 0x38, 0xa7, 0, 0, 0x10, 0]

    private let path = "/tmp/espalier-unpacked-\(getpid())-\(UInt64.random(in: 0 ... .max))"

    private func remove() { unsafe unlink(path) }

    /// What is thrown, if it is about a file.
    private func error(_ limit: FileLimit) -> FileError? {
        do throws(StudyLoadingError) {
            _ = try UnpackedFile.read(path, limit: limit)
        } catch {
            if case .file(let error) = error { return error }
        }
        return nil
    }

    @Test func `what is packed is unpacked, and what is not is read as it is`() throws {
        defer { remove() }
        try Data(Self.packed).write(to: URL(filePath: path))
        #expect(try UnpackedFile.read(path) == [UInt8](repeating: 0, count: 1 << 20))
        try Data([1, 2, 3]).write(to: URL(filePath: path))
        #expect(try UnpackedFile.read(path) == [1, 2, 3])
    }

    @Test func `a small file that unpacks to gigabytes is refused while it unpacks`() throws {
        defer { remove() }
        // Two megabytes that unpack to two gigabytes.
        var bomb: [UInt8] = []
        for _ in 0..<2048 { bomb += Self.packed }
        try Data(bomb).write(to: URL(filePath: path))
        let limit = FileLimit.memory(free: 64 << 20)
        let before = ResidentMemory.bytes()
        #expect(error(limit) == .tooLarge(path: path, limit: limit))
        #expect(ResidentMemory.bytes() - before < 256 << 20)
    }

    @Test func `a packed file that ends early is damaged`() throws {
        defer { remove() }
        try Data(Self.packed.dropLast(20)).write(to: URL(filePath: path))
        #expect {
            try UnpackedFile.read(path)
        } throws: {
            "\($0)".hasPrefix("\(path) is damaged")
        }
    }

    @Test func `a named pipe is refused at once`() throws {
        defer { remove() }
        try #require(unsafe mkfifo(path, 0o600) == 0)
        #expect(error(.memory()) == .notAFile(path: path, found: .namedPipe))
    }
}
