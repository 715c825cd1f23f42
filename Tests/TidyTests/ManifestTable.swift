/// What Package.swift declares that each target depends on, read from its text.
///
/// It understands the shapes that the manifest uses: `room("X", imports: […])`,
/// `tests("X", of: […])` and `.target(name: "X", dependencies: […])`, where a list holds names of
/// rooms and constants that stand for products.
struct ManifestTable {
    /// Rooms and modules of libraries, by target.
    private(set) var dependencies: [String: [String]] = [:]
    /// Modules of the libraries that come from other packages.
    let libraries: [String]

    private static let declarations = [
        "room(", "tests(", "target(", "executableTarget(", "testTarget(", "systemLibrary(",
    ]
    private static let lists = ["imports:", "dependencies:", "of:"]

    /// Reads a manifest.
    init(_ manifest: SourceFile) {
        let text = String(
            decoding: manifest.bytes(keeping: [.code, .literal]),
            as: UTF8.self
        )
        let products = Self.products(in: text)
        libraries = products.values.sorted()
        for declaration in Self.declarations {
            for call in text.pieces(after: declaration) {
                let arguments = call.balancedPrefix(closing: ")")
                guard let name = Self.targetName(arguments) else { continue }
                dependencies[name, default: []] += Self.dependencies(arguments, products)
            }
        }
    }

    /// The first argument, if it is a literal with or without the label `name:`.
    private static func targetName(_ arguments: Substring) -> String? {
        var rest = arguments.drop(while: \.isWhitespace)
        if rest.hasPrefix("name:") { rest = rest.dropFirst(5).drop(while: \.isWhitespace) }
        guard rest.hasPrefix("\"") else { return nil }
        return String(rest.dropFirst().prefix { $0 != "\"" })
    }

    private static func dependencies(
        _ arguments: Substring,
        _ products: [String: String]
    ) -> [String] {
        for label in lists {
            guard let rest = arguments.pieces(after: label).first else { continue }
            let list = rest.drop { $0 != "[" }.dropFirst().balancedPrefix(closing: "]")
            return list.split(separator: ",")
                .map { element in element.filter { !$0.isWhitespace } }
                .filter { element in !element.isEmpty }
                .map { element in
                    element.hasPrefix("\"")
                        ? element.filter { $0 != "\"" } : products[element] ?? element
                }
        }
        return []
    }

    /// The module of each constant of the form `let x = Target.Dependency.product(name: "X", …)`.
    private static func products(in text: String) -> [String: String] {
        var products: [String: String] = [:]
        for piece in text.pieces(after: "let ") {
            let constant = String(piece.prefix { $0.isLetter })
            let value = piece.dropFirst(constant.count)
            guard value.hasPrefix(" = Target.Dependency.product(") else { continue }
            products[constant] = targetName(value.drop { $0 != "(" }.dropFirst())
        }
        return products
    }
}

extension StringProtocol where SubSequence == Substring {
    /// What follows each place where a word stands.
    fileprivate func pieces(after word: String) -> [Substring] {
        indices.compactMap { index in
            let rest = self[index...]
            let stands = index == startIndex || !self[self.index(before: index)].isLetter
            return stands && rest.hasPrefix(word) ? rest.dropFirst(word.count) : nil
        }
    }

    /// What precedes the bracket that closes a bracket opened just before.
    fileprivate func balancedPrefix(closing bracket: Character) -> Substring {
        var depth = 1
        return prefix { character in
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            return depth > 0
        }
    }
}
