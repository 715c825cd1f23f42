import Testing

@Suite struct PlainWordsTests {
    private static let own = "Tests/TidyTests/PlainWords"

    @Test(arguments: Repository.sources.filter { !$0.path.hasPrefix(own) })
    func `a source says plainly what it means`(file: SourceFile) {
        expectNone(PlainWords.violations(path: file.path, lines: file.lines))
    }

    // The change log tells what earlier versions said.
    @Test(
        arguments: Repository.scriptPaths + Repository.pagePaths.filter { $0 != "CHANGELOG.md" })
    func `a script or a page says plainly what it means`(path: String) {
        let lines = Repository.text(of: path)
            .split(separator: "\n", omittingEmptySubsequences: false)
        expectNone(PlainWords.violations(path: path, lines: lines))
    }

    @Test(arguments: PlainWords.phrases)
    func `a planted riddle is found`(phrase: String) {
        let lines: [Substring] = ["let a = 1", "/// Returns \(phrase.uppercased()) it is."]
        let found = PlainWords.violations(path: "Sources/Trials/Planted.swift", lines: lines)
        #expect(found.map(\.line) == [2])
    }
}
