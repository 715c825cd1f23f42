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
