import FoundationEssentials
import Glibc
import OperatingSystem
import StudyDocuments
import StudyFiles
import Testing

/// What a config, its rows and the schedules to start from may be, as files.
@Suite struct LoadedStudyTests {
    private let folder = "/tmp/espalier-loading-\(getpid())-\(UInt64.random(in: 0 ... .max))"

    init() throws {
        try #require(unsafe mkdir(folder, 0o700) == 0)
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
        return "\(folder)/\(name)"
    }

    private func config(rows: String) -> String {
        """
        study: small
        data: {file: \(rows), target: y, task: classification,
          split: {validation: 0.2, test: 0.2, seed: 1}}
        objective: {accuracy: 0.9}
        space: {patience: {from: 1, to: 2}}
        budget: {trials: 1}

        """
    }

    @Test func `rows that would come from a named pipe are refused with the config's line`() throws
    {
        defer { remove() }
        let path = try write(config(rows: "rows.csv"), to: "small.yaml")
        try #require(unsafe mkfifo("\(folder)/rows.csv", 0o600) == 0)
        #expect {
            try LoadedStudy(config: path)
        } throws: {
            "\($0)".hasPrefix("\(folder)/rows.csv is a named pipe")
        }
    }

    @Test func `rows that never end are refused`() throws {
        defer { remove() }
        let path = try write(config(rows: "/dev/zero"), to: "small.yaml")
        #expect {
            try LoadedStudy(config: path)
        } throws: {
            "\($0)".hasPrefix("/dev/zero is a device")
        }
    }

    @Test func `a config that never ends is refused`() throws {
        defer { remove() }
        #expect {
            try LoadedStudy(config: "/dev/zero")
        } throws: {
            "\($0)".hasPrefix("/dev/zero is a device")
        }
        let large = try write(String(repeating: "#", count: (1 << 20) + 1), to: "large.yaml")
        #expect {
            try LoadedStudy(config: large)
        } throws: {
            "\($0)".contains("too much for a config")
        }
    }

    @Test func `a schedule to start from that never ends is refused`() throws {
        defer { remove() }
        let path = try write(config(rows: "rows.csv"), to: "small.yaml")
        let rows = (0..<40).map { "\($0),\($0 % 2)\n" }.joined()
        _ = try write("x,y\n" + rows, to: "rows.csv")
        #expect {
            try LoadedStudy(config: path, startingFrom: ["/dev/zero"])
        } throws: {
            "\($0)".hasPrefix("/dev/zero is a device")
        }
        #expect(try LoadedStudy(config: path).config.name == "small")
    }
}
