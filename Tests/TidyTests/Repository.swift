import FoundationEssentials

/// The files of this repository, found from the place of this file.
enum Repository {
    /// The folder that holds `Package.swift`.
    static let root: String = {
        let file = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return file.dropLast(3).joined(separator: "/")
    }()

    /// Every Swift and C source of the rooms and the tests, and the manifest.
    static let sources: [SourceFile] =
        (paths(under: "Sources") + paths(under: "Tests") + ["Package.swift"])
        .filter { path in SourceFile.endings.contains(where: path.hasSuffix) }
        .map { path in SourceFile(path: path, text: text(of: path)) }

    /// Every script: what is in these folders and is not prose or a leftover of a run.
    static let scriptPaths: [String] = ["scripts", "cluster", ".ci"]
        .flatMap(paths(under:))
        .filter { path in !path.hasPrefix("cluster/run/") && !path.hasSuffix(".md") }

    /// Every page of Markdown.
    static let pagePaths: [String] =
        (["cluster", "configs", "Sources", "Tests"].flatMap(paths(under:))
        + ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []))
        .filter { path in path.hasSuffix(".md") }.sorted()

    /// The folders of the rooms.
    static let rooms: [String] = children(of: "Sources")

    /// The folders directly in a folder, sorted.
    static func children(of folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
        return (names ?? []).filter { name in isFolder("\(folder)/\(name)") }.sorted()
    }

    /// The paths of the files anywhere in a folder, from the root of the repository, sorted.
    static func paths(under folder: String) -> [String] {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
        return (names ?? []).map { name in "\(folder)/\(name)" }
            .filter { path in !isFolder(path) && !path.contains("__pycache__") }
            .sorted()
    }

    /// The text of a file; empty where it is not UTF-8.
    static func text(of path: String) -> String {
        (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
    }

    private static func isFolder(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}
