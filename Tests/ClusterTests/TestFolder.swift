import FoundationEssentials
import Glibc
import Testing

/// A folder of one test's own, which goes with it.
final class TestFolder {
    let root: String
    /// Names of files; only their being different matters.
    var names = SystemRandomNumberGenerator()

    /// The root of the repository.
    static let repository = #filePath.split(separator: "/").dropLast(3)
        .reduce("") { "\($0)/\($1)" }

    init() throws {
        var name = Array("/tmp/espalier-test-XXXXXX".utf8CString)
        let made = unsafe mkdtemp(&name) != nil
        try #require(made)
        root = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    func path(_ name: String) -> String {
        "\(root)/\(name)"
    }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    /// A config on parity of some bits, with so many trials; eight bits train for about 0.1 s.
    func parityConfig(bits: Int, trials: Int, checks: Int = 2000) throws -> String {
        try write(
            """
            study: parity
            data: {generated: parity, bits: \(bits), split: shared}
            objective: {accuracy: 1}
            space: {increment_size: {from: 0.1, to: 0.4}, patience: {from: 2, to: 8}}
            budget: {trials: \(trials)}
            limits: {checks: \(checks)}
            certification: {finalists: 2, replicates: 5, confirmations: 5}
            """, to: "parity\(bits).yaml")
    }
}
