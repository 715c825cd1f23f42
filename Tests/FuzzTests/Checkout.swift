import FoundationEssentials

/// Reads the files of this repository, found relative to this file.
enum Checkout {
    static let root: String = {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return file.dropLast(3).joined(separator: "/")
    }()

    static func text(of path: String) -> String {
        String(decoding: bytes(of: path), as: UTF8.self)
    }

    static func bytes(of path: String) -> [UInt8] {
        FileManager.default.contents(atPath: "\(root)/\(path)").map { Array($0) } ?? []
    }

    /// The paths of the files directly in a folder with a given ending, sorted.
    static func paths(in folder: String, ending: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }
}
