import OperatingSystem
import Testing

@Suite struct WrittenFileTests {
    private func text(_ path: String) throws -> String {
        String(decoding: try FileBytes.read(path), as: UTF8.self)
    }

    @Test func `a file for the user replaces the one before, and leaves no draft`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write([1, 2, 3], to: "best.yaml")
        try ResultFile.write("depth: 2\n", to: path)
        #expect(try text(path) == "depth: 2\n")
        #expect(throws: FileError.missing(path: path + ".draft", mention: nil)) {
            try FileBytes.read(path + ".draft")
        }
    }

    @Test func `a file for the user in no folder cannot be written`() throws {
        let path = "\(try ScratchFolder().path)/none/best.yaml"
        #expect(throws: FileError.unwritable(path: path, reason: "No such file or directory")) {
            try ResultFile.write("", to: path)
        }
    }

    @Test func `a growing file keeps what it had`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write(Array("a\n".utf8), to: "table")
        let file = try GrowingFile(path)
        try file.append("b\n")
        try file.append("c\n")
        #expect(try text(path) == "a\nb\nc\n")
    }

    @Test func `a full disk cuts a growing file short`() throws {
        let file = try GrowingFile("/dev/full")
        #expect(
            throws: FileError.cutShort(path: "/dev/full", reason: "No space left on device")
        ) {
            try file.append("b\n")
        }
    }

    @Test func `noon is half a day after midnight, wherever this machine stands`() {
        let day = 86_400_000
        let midnight = SystemClock.secondsOfDay(at: 20_000 * day)
        let noon = SystemClock.secondsOfDay(at: 20_000 * day + day / 2)
        #expect((noon - midnight + 86_400) % 86_400 == 43_200)
        #expect((0..<86_400).contains(midnight))
    }
}
