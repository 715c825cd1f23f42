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
