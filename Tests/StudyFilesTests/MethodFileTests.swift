import FoundationEssentials
import Glibc
import ScheduleSearch
import Studies
import StudyFiles
import Testing
import Trials

/// Where the files of methods are looked for.
@Suite struct MethodFileTests {
    private let folder = "/tmp/espalier-methods-\(getpid())-\(UInt64.random(in: 0 ... .max))"

    init() throws {
        for part in ["my/methods", "checkout/configs/methods", "checkout/.build/machine/release"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        try write("space: {patience: {from: 1, to: 4}}", to: "my/methods/own.yaml")
        for name in ["rigl", "set", "own"] {
            try write("space: {patience: 3}", to: "checkout/configs/methods/\(name).yaml")
        }
    }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    private func file(_ name: String) throws -> MethodFile {
        try MethodFile(
            named: name, besides: "\(folder)/my/c.yaml",
            program: "\(folder)/checkout/.build/machine/release/espalier")
    }

    @Test func `a method beside the config comes before one of the program's checkout`() throws {
        defer { remove() }
        #expect(try file("own").path == "\(folder)/my/methods/own.yaml")
        #expect(try file("rigl").path == "\(folder)/checkout/configs/methods/rigl.yaml")
        #expect(try file("rigl").name == "rigl")
    }

    @Test func `a path is taken as it is`() throws {
        defer { remove() }
        #expect(try file("some/where.yaml").path == "some/where.yaml")
        #expect(try file("some/where.yaml").name == "where")
        #expect(try file("mine.yaml").path == "mine.yaml")
    }

    @Test func `an unknown name is answered with all that are known, and where`() throws {
        defer { remove() }
        #expect {
            try file("rigel")
        } throws: {
            "\($0)".hasPrefix(
                "--method is rigel, did you mean rigl? expected one of own, rigl, set,")
                && "\($0)".contains("\(folder)/my/methods")
                && "\($0)".contains("\(folder)/checkout/configs/methods")
        }
        #expect {
            try MethodFile(named: "set", besides: "c.yaml", program: "/usr/bin/espalier")
        } throws: {
            "\($0)".hasPrefix("--method is set, but there is no method in any of ./methods")
        }
    }

    @Test func `a study searches the method's region instead of the config's space`() throws {
        defer { remove() }
        let rows = (0..<40).map { "\($0),\($0 % 2)\n" }.joined()
        try write("x,y\n" + rows, to: "my/rows.csv")
        try write(
            """
            study: small
            data: {file: rows.csv, target: y, task: classification}
            objective: {accuracy: 0.9}
            budget: {trials: 1}
            """, to: "my/c.yaml")
        let path = "\(folder)/my/c.yaml"
        let usual = try LoadedStudy(config: path, startingFrom: []).definition.space
        let own = try LoadedStudy(config: path, startingFrom: [], method: file("own"))
        #expect(usual.dimensions.count > 20)
        #expect(own.definition.space.dimensions.map(\.parameter) == [.patience])
        let fixed = try LoadedStudy(config: path, startingFrom: [], method: file("set"))
        #expect(fixed.definition.space.dimensions.isEmpty)
    }
}
