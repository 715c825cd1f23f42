/// How long lines, functions and files may be.
enum Lengths {
    static let columns = 100
    static let pageColumns = 120
    static let functionLines = 70
    static let fileLines = 400

    /// Finds what is too long in a source.
    static func violations(in file: SourceFile) -> [Violation] {
        var found = lineViolations(path: file.path, lines: file.lines)
        let count = file.lines.last?.isEmpty == true ? file.lines.count - 1 : file.lines.count
        if count > fileLines {
            found.append(
                Violation(
                    path: file.path,
                    finding: "\(count) lines in a file",
                    remedy: "split it by aspect (Type+Aspect.swift) below \(fileLines) lines"
                )
            )
        }
        return found + functionViolations(in: file)
    }

    /// Finds lines that are too wide.
    static func lineViolations(path: String, lines: [Substring]) -> [Violation] {
        lines.enumerated().filter { _, line in line.count > columns }.map { index, line in
            Violation(
                path: path,
                line: index + 1,
                finding: "\(line.count) columns",
                remedy: "break the line before column \(columns)"
            )
        }
    }

    /// Finds lines of a Markdown page that are too wide, outside of tables and code.
    static func pageViolations(path: String, text: String) -> [Violation] {
        var isCode = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().filter { _, line in
            let words = line.drop { $0 == " " }
            if words.hasPrefix("```") { isCode.toggle() }
            return line.count > pageColumns && !isCode && !words.hasPrefix("|")
        }.map { index, line in
            Violation(
                path: path, line: index + 1, finding: "\(line.count) columns",
                remedy: "break the line before column \(pageColumns)")
        }
    }

    private static func functionViolations(in file: SourceFile) -> [Violation] {
        file.functions.filter { function in function.count > functionLines }.map { function in
            Violation(
                path: file.path,
                line: function.lowerBound,
                finding: "\(function.count) lines in a function",
                remedy: "split it below \(functionLines) lines, branches above, loops below"
            )
        }
    }
}

extension SourceFile {
    /// The lines of each function, from the word that declares it to the brace that closes it.
    ///
    /// In C a function is any block at the outermost level that follows a parenthesis.
    var functions: [ClosedRange<Int>] {
        var finder = FunctionFinder(isC: !isSwift)
        let code = String(decoding: bytes(keeping: [.code]), as: UTF8.self)
        for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where isSwift || !line.drop(while: \.isWhitespace).hasPrefix("#") {
            finder.read(line, number: index + 1)
        }
        return finder.found
    }
}

/// Matches the braces of functions, line by line.
struct FunctionFinder {
    private static let keywords: Set<String> = ["func", "init", "deinit"]
    /// Words after which a declared function cannot have a body any more.
    private static let boundaries: Set<String> = [
        "func", "init", "deinit", "var", "let", "case", "struct", "enum", "extension",
    ]

    private(set) var found: [ClosedRange<Int>] = []
    private let isC: Bool
    private var depth = 0
    private var parentheses = 0
    private var declaredAt: Int?
    private var open: [(depth: Int, line: Int)] = []
    private var word = ""
    private var previous: Character = " "

    init(isC: Bool) {
        self.isC = isC
    }

    /// Takes in the next line of code.
    mutating func read(_ line: Substring, number: Int) {
        for character in line + "\n" {
            if character.isLetter {
                word.append(character)
                continue
            }
            endWord(number)
            take(character, number)
            if !character.isWhitespace { previous = character }
        }
    }

    private mutating func endWord(_ number: Int) {
        defer { word = "" }
        guard !word.isEmpty else { return }
        let isMember = previous == "."
        previous = "a"
        guard !isC, !isMember, parentheses == 0 else { return }
        if Self.boundaries.contains(word) { declaredAt = nil }
        if Self.keywords.contains(word) { declaredAt = number }
    }

    private mutating func take(_ character: Character, _ number: Int) {
        switch character {
        case "(": parentheses += 1
        case ")": parentheses -= 1
        case "{":
            if isC, depth == 0, previous == ")" { declaredAt = number }
            if parentheses == 0 || isC, let line = declaredAt {
                open.append((depth, line))
                declaredAt = nil
            }
            depth += 1
        case "}":
            depth -= 1
            if parentheses == 0 { declaredAt = nil }
            if let function = open.last, function.depth == depth {
                found.append(function.line...number)
                open.removeLast()
            }
        default: break
        }
    }
}
