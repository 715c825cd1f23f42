/// What a Swift source declares for others, read from its lines.
enum Declarations {
    /// Most parameters of a function; an initialiser of a plain value has one for each field.
    static let parameters = 8

    private static let modifiers: Set<String> = [
        "public", "package", "internal", "open", "final", "indirect", "static", "mutating",
        "consuming", "borrowing", "nonisolated", "convenience", "override", "lazy", "required",
    ]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "actor", "protocol", "func", "init", "init?", "var", "let",
        "case", "subscript", "typealias",
    ]

    /// A declaration that a line begins.
    struct Declaration {
        /// The line, from 1.
        let line: Int
        /// Whether the line is not indented.
        let isTopLevel: Bool
        /// What comes before the kind.
        let modifiers: [String]
        /// The word that says what it is, such as "struct".
        let kind: String
        /// What follows, up to the end of the line.
        let rest: Substring

        /// The name of a type, or of what else has one.
        var name: Substring { rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" } }
    }

    /// The declarations of a source, in order.
    static func all(in file: SourceFile) -> [Declaration] {
        let code = String(decoding: file.bytes(keeping: [.code]), as: UTF8.self)
        return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in declaration(line, number: index + 1) }
    }

    private static func declaration(_ line: Substring, number: Int) -> Declaration? {
        var rest = line.drop { $0 == " " }
        let isTopLevel = rest.count == line.count
        var found: [String] = []
        while true {
            let word = rest.prefix { $0 != " " && $0 != "(" && $0 != "<" && $0 != ":" }
            let after = rest.dropFirst(word.count)
            if kinds.contains(String(word)) {
                return Declaration(
                    line: number, isTopLevel: isTopLevel, modifiers: found, kind: String(word),
                    rest: word.hasPrefix("init") || word == "subscript"
                        ? after : after.drop { $0 == " " })
            }
            // Such as `private(set)` and `@discardableResult`.
            let argument = after.hasPrefix("(") ? after.prefix { $0 != " " } : ""
            guard modifiers.contains(String(word)) || word.hasPrefix("@") || !argument.isEmpty,
                after.contains(" ")
            else { return nil }
            if argument.isEmpty { found.append(String(word)) }
            rest = after.dropFirst(argument.count).drop { $0 == " " }
        }
    }

    /// Finds types that stand in a file of another name.
    static func misplacedTypes(in file: SourceFile) -> [Violation] {
        let name = file.path.split(separator: "/").last?.prefix { $0 != "+" && $0 != "." } ?? ""
        let types: Set<String> = ["struct", "class", "enum", "actor", "protocol"]
        return all(in: file).filter { declared in
            declared.isTopLevel && types.contains(declared.kind) && declared.name != name
        }.map { declared in
            Violation(
                path: file.path, line: declared.line, finding: "\(declared.name) in \(name).swift",
                remedy: "give it a file of its name, or nest it in the type that it serves")
        }
    }

    /// Finds declarations for other rooms that say nothing of themselves.
    static func undocumented(in file: SourceFile) -> [Violation] {
        all(in: file).filter { declared in
            guard declared.modifiers.contains(where: ["public", "package"].contains) else {
                return false
            }
            let above = file.lines[..<(declared.line - 1)]
                .last { !$0.drop { $0 == " " }.hasPrefix("@") }
            return above?.drop { $0 == " " }.hasPrefix("///") != true
        }.map { declared in
            Violation(
                path: file.path, line: declared.line,
                finding: "\(declared.kind) \(declared.name) without a comment",
                remedy: "say in a sentence what it is")
        }
    }

    /// Finds functions with too many parameters.
    static func crowded(in file: SourceFile) -> [Violation] {
        let code = file.bytes(keeping: [.code]).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return all(in: file).filter { declared in
            guard declared.kind == "func" else { return false }
            let text = code[(declared.line - 1)...].joined(separator: [UInt8(ascii: " ")])
            return parameterCount(String(decoding: Array(text), as: UTF8.self)) > parameters
        }.map { declared in
            Violation(
                path: file.path, line: declared.line,
                finding: "more than \(parameters) parameters of \(declared.name)",
                remedy: "group what belongs together in a type")
        }
    }

    /// The parameters of the function that a text declares first.
    private static func parameterCount(_ text: String) -> Int {
        var depth = 0
        var count = 0
        for character in text {
            switch character {
            case "(", "[", "{": depth += 1
            case ")", "]", "}":
                depth -= 1
                if depth == 0 { return count }
            case ":" where depth == 1: count += 1
            default: break
            }
        }
        return count
    }
}
