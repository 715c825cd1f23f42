import FoundationEssentials
import ScheduleSearch
import StudyDocuments
import Testing
import Trials

@Suite struct ShippedConfigTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "configs")

    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }

    private static func text(of name: String) throws -> String {
        String(
            decoding: try Data(contentsOf: folder.appending(path: name)),
            as: UTF8.self
        )
    }

    @Test func `every shipped config is understood and named like its file`() throws {
        let names = try Self.names()
        #expect(names.count >= 6)
        for name in names {
            let config = try StudyConfig(yaml: try Self.text(of: name), file: name)
            #expect("\(config.name).yaml" == name)
            #expect(config.space.dimensions.count >= 5)
        }
    }

    @Test func `every shipped config begins by saying how to run it`() throws {
        for name in try Self.names() {
            let lines = try Self.text(of: name).split(separator: "\n")
            #expect(lines.first?.hasPrefix("# ") == true)
            #expect(lines.contains("#     scripts/search configs/\(name)"))
        }
    }
}
