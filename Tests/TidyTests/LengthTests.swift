import Testing

@Suite struct LengthTests {
    @Test(arguments: Repository.sources)
    func `no source is too long in lines or columns or functions`(file: SourceFile) {
        expectNone(Lengths.violations(in: file))
    }

    @Test(arguments: Repository.scriptPaths)
    func `no line of a script is too wide`(path: String) {
        let lines = Repository.text(of: path).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        expectNone(Lengths.lineViolations(path: path, lines: lines))
    }

    @Test(arguments: Repository.pagePaths)
    func `no line of a page is too wide, tables and code apart`(path: String) {
        expectNone(Lengths.pageViolations(path: path, text: Repository.text(of: path)))
    }

    @Test func `a planted wide line of a page is found, and none in a table or in code`() {
        let wide = String(repeating: "é", count: 121)
        let text = "| \(wide) |\n```sh\n\(wide)\n```\n\(wide)\n\(wide.dropLast())\n"
        #expect(Lengths.pageViolations(path: "PAGE.md", text: text).map(\.line) == [5])
    }

    @Test func `the repository's own files are among those that are checked`() {
        let paths = Repository.sources.map(\.path)
        #expect(paths.contains("Tests/TidyTests/LengthTests.swift"))
        #expect(paths.contains("Sources/Trials/Schedule/GrowthSchedule.swift"))
        #expect(paths.contains("Sources/CSparseKernels/kernels.c"))
        #expect(paths.contains("Package.swift"))
        #expect(Repository.scriptPaths.contains("scripts/test"))
        #expect(Repository.pagePaths.contains("cluster/PROTOCOL.md"))
    }

    @Test func `a planted wide line is found and one of a hundred columns is not`() {
        let wide = String(repeating: "é", count: 101)
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: "\n\(wide)\n")
        #expect(Lengths.violations(in: file).map(\.line) == [2])
        let narrow = SourceFile(path: file.path, text: String(wide.dropLast()))
        #expect(Lengths.violations(in: narrow) == [])
    }

    @Test func `a planted long file is found and one of four hundred lines is not`() {
        func findings(lines: Int) -> Int {
            let text = String(repeating: "// prose\n", count: lines)
            return Lengths.violations(in: SourceFile(path: "Sources/Planted.c", text: text)).count
        }
        #expect(findings(lines: 401) == 1)
        #expect(findings(lines: 400) == 0)
    }

    @Test(arguments: ["func grow(by step: () -> Void = {}) throws {", "init?(rows: Int) {"])
    func `a planted long function is found in Swift`(head: String) {
        func findings(lines: Int) -> [Int?] {
            let body = String(repeating: "if a { b() }\n", count: lines - 2)
            let text = "struct A {\nfunc c()\n\(head)\n\(body)}\n}\n"
            let file = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
            return Lengths.violations(in: file).map(\.line)
        }
        #expect(findings(lines: 71) == [3])
        #expect(findings(lines: 70) == [])
    }

    @Test func `a planted long function is found in C`() {
        let body = String(repeating: "if (a) { b(); }\n", count: 70)
        let text = "#define OPEN {\nstruct point { int x; };\nvoid grow(int a)\n{\n\(body)}\n"
        let file = SourceFile(path: "Sources/CSparseKernels/planted.c", text: text)
        #expect(Lengths.violations(in: file).map(\.line) == [4])
    }

    @Test func `functions of protocols and calls of initialisers open no function`() {
        let text = """
            protocol Grower {
                init(seed: Int)
                func grow() -> Int
                var size: Int { get }
            }
            extension Grower {
                var twin: Self { .init(seed: 1) }
                static func < (a: Self, b: Self) -> Bool
                where Self: Sized {
                    a.size < b.size
                }
            }
            """
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
        #expect(file.functions == [8...11])
    }
}
