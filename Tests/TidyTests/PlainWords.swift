/// Phrases that make a reader guess, and what to write instead.
enum PlainWords {
    private static let remedies: [(phrase: String, remedy: String)] = [
        ("nothing where", "write `nil` if, or say what is returned then"),
        ("what is nothing", "write `nil`"),
        ("whoever", "name who it is: the worker, the caller, the user"),
        ("those who", "name who they are: workers, callers, users"),
        ("as far as", "say up to which limit"),
        ("nothing but", "write only"),
        ("in good order", "say what is finished before the end"),
    ]

    /// The phrases, each once.
    static let phrases = remedies.map(\.phrase)

    /// Finds the lines that hold one of the phrases, in code, comments and prose alike.
    static func violations(path: String, lines: [Substring]) -> [Violation] {
        lines.enumerated().flatMap { index, line in
            let text = line.lowercased()
            return remedies.filter { text.contains($0.phrase) }.map { phrase, remedy in
                Violation(
                    path: path, line: index + 1, finding: "the words \"\(phrase)\"",
                    remedy: remedy)
            }
        }
    }
}
