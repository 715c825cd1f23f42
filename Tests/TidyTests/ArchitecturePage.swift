/// What ARCHITECTURE.md says of the rooms, read from its text.
///
/// The table of rooms names each in the first column, under a row that names its floor in bold; the
/// block called `imports` has a line for each room, with its name and what it may import, which may
/// go on in indented lines.
struct ArchitecturePage {
    /// The rooms of each floor.
    private(set) var floors: [String: [String]] = [:]
    /// What each room may import.
    private(set) var imports: [String: [String]] = [:]

    /// Reads a page.
    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var floor: String?
        while let line = lines.popFirst() {
            if line == "```imports" {
                readImports(lines.prefix { $0 != "```" })
            } else if line.hasPrefix("| **") {
                floor = line.dropFirst(4).prefix { $0.isLetter }.description
            } else if line.hasPrefix("| `"), let floor {
                let cell = line.split(separator: "|").first ?? ""
                floors[floor, default: []] += cell.split(separator: "`").map(String.init)
                    .filter { $0.allSatisfy(\.isLetter) }
            }
        }
    }

    private mutating func readImports(_ lines: ArraySlice<Substring>) {
        var room = ""
        for line in lines {
            var words = line.split(separator: " ").map(String.init)[...]
            if !line.hasPrefix(" ") { room = words.popFirst() ?? "" }
            imports[room, default: []] += words.filter { $0 != "–" }
        }
    }
}
