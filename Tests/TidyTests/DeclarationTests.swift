import Testing

@Suite struct DeclarationTests {
    private static let rooms = Repository.sources.filter { $0.isInRoom && $0.isSwift }

    private func planted(_ text: String) -> SourceFile {
        SourceFile(path: "Sources/Trials/Planted+Aspect.swift", text: text)
    }

    @Test(arguments: rooms)
    func `what other rooms may use says what it is`(file: SourceFile) {
        expectNone(Declarations.undocumented(in: file))
    }

    @Test(arguments: Repository.sources.filter(\.isSwift))
    func `a type stands in a file of its name`(file: SourceFile) {
        expectNone(Declarations.misplacedTypes(in: file))
    }

    @Test(arguments: Repository.sources.filter(\.isSwift))
    func `no function has more than eight parameters`(file: SourceFile) {
        expectNone(Declarations.crowded(in: file))
    }

    @Test func `a planted type in another's file is found, unless it is private or nested`() {
        let file = planted(
            """
            /// A word: struct Comment {
            package struct Planted {
                struct Nested {}
            }
            private enum Hidden {}
            @MainActor final class Other {}
            indirect enum Tree<Leaf> {}
            """)
        #expect(Declarations.misplacedTypes(in: file).map(\.line) == [6, 7])
    }

    @Test func `a planted declaration without a comment is found`() {
        let file = planted(
            """
            /// Says it.
            @discardableResult
            package func grow() {}
            package private(set) var size = 1
            extension Planted {
                public init(size: Int) {}
                // Not a comment for others.
                package static func < (a: Self, b: Self) -> Bool { true }
                func inner() {}
            }
            """)
        #expect(Declarations.undocumented(in: file).map(\.line) == [4, 6, 8])
    }

    @Test func `a planted function with nine parameters is found, and one with eight is not`() {
        let file = planted(
            """
            func many<T>(
                a: Int, _ b: [String: Int], c: (Int, Int) -> Int, d: Int = call(x: 1),
                e: T, f: Int, g: Int, h: Int, i: Int
            ) {}
            func few(
                a: Int, b: [String: Int], c: Int, d: Int, e: Int, f: Int, g: Int, h: Int
            ) -> [Int: Int] {}
            init(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int, g: Int, h: Int, i: Int) {}
            """)
        #expect(Declarations.crowded(in: file).map(\.line) == [1])
    }
}
