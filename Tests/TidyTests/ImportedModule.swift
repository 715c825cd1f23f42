/// A module that a source imports.
struct ImportedModule: Hashable {
    /// The module.
    let name: String
    /// The line of the import, from 1.
    let line: Int
}

extension SourceFile {
    /// The modules that a Swift source imports, however the import is dressed.
    var importedModules: [ImportedModule] {
        let code = String(decoding: bytes(keeping: [.code]), as: UTF8.self)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line in
            line.split(separator: ";").compactMap { statement in
                Self.module(importedBy: statement).map { name in
                    ImportedModule(name: name, line: index + 1)
                }
            }
        }
    }

    /// The module of `@attribute access import kind Module.Symbol`.
    private static func module(importedBy statement: Substring) -> String? {
        let words = statement.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"),
            words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) }),
            let symbol = words[(keyword + 1)...].first(where: { !symbolKinds.contains($0) })
        else { return nil }
        return symbol.split(separator: ".").first.map(String.init)
    }

    private static let accessLevels: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]

    private static let symbolKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}
