import Testing

@Suite struct LayeringTests {
    private static let manifest = ManifestTable(
        SourceFile(path: "Package.swift", text: Repository.text(of: "Package.swift"))
    )

    @Test(arguments: Repository.sources.filter { $0.isSwift && $0.isInRoom })
    func `a room imports only what the table allows`(file: SourceFile) {
        expectNone(Self.forbiddenImports(in: file))
    }

    @Test(arguments: Repository.sources.filter { $0.isSwift && $0.target != nil })
    func `a target imports only what the manifest declares`(file: SourceFile) {
        expectNone(Self.undeclaredImports(in: file, Self.manifest))
    }

    @Test func `the rooms form no circle`() {
        #expect(RoomTable.roomsInCircles(RoomTable.rooms) == [])
    }

    @Test func `the ground floor imports nothing from upstairs`() {
        for (room, imports) in RoomTable.ground {
            let above = imports.filter { RoomTable.ground[$0] == nil }
            #expect(above == [], "\(room) is pure, and \(above) are not on the ground floor")
        }
        for (room, imports) in RoomTable.edges {
            let above = imports.filter { RoomTable.roof[$0] != nil }
            #expect(above == [], "\(room) is an edge, and \(above) are on the roof")
        }
    }

    @Test(arguments: Repository.sources.filter { $0.target == "espalier" })
    func `only commands that use a cluster need ZeroMQ`(file: SourceFile) {
        expectNone(Self.needlessSockets(in: file))
    }

    /// Finds imports of rooms that reach ZeroMQ in sources that every command shares, or that serve
    /// commands which work on files alone.
    static func needlessSockets(in file: SourceFile) -> [Violation] {
        let mayConnect = ["Commands/Cluster/", "Commands/Benchmark/", "Commands/Search/Search"]
        guard !mayConnect.contains(where: { file.path.hasPrefix("Sources/espalier/" + $0) }) else {
            return []
        }
        return file.importedModules.filter { RoomTable.reaches("ZeroMQ", from: $0.name) }
            .map { module in
                Violation(
                    path: file.path, line: module.line, finding: "`import \(module.name)`",
                    remedy: "move what needs it to a command that connects: `grow`, `export`, "
                        + "`verify`, `status`, `best` and `replay` work without ZeroMQ")
            }
    }

    /// Finds the imports that the row of a room does not allow.
    static func forbiddenImports(in file: SourceFile) -> [Violation] {
        let room = file.target ?? ""
        let allowed = RoomTable.allowance(of: room) ?? []
        return file.importedModules.filter { module in !allowed.contains(module.name) }
            .map { module in
                Violation(
                    path: file.path,
                    line: module.line,
                    finding: "`import \(module.name)`",
                    remedy: "import one of \(allowed.sorted().joined(separator: ", ")), or move "
                        + "the code to a room that may import \(module.name)"
                )
            }
    }

    /// Finds the imports of rooms and libraries that the manifest does not declare, which SwiftPM
    /// lets through in an incremental build.
    static func undeclaredImports(
        in file: SourceFile,
        _ manifest: ManifestTable
    ) -> [Violation] {
        let target = file.target ?? ""
        let declared = manifest.dependencies[target, default: []]
        return file.importedModules
            .filter { module in
                manifest.dependencies[module.name] != nil
                    || manifest.libraries.contains(module.name)
            }
            .filter { module in !declared.contains(module.name) }
            .map { module in
                Violation(
                    path: file.path,
                    line: module.line,
                    finding: "`import \(module.name)`",
                    remedy: "declare \(module.name) as a dependency of \(target) in Package.swift"
                )
            }
    }
}

extension LayeringTests {
    @Test(arguments: [
        "import StudyStore", "public import StudyStore", "package import ZeroMQ",
        "@testable import OperatingSystem", "@preconcurrency internal import GRDB",
        "import struct FoundationEssentials.Data", "import Foundation", "let x = 1; import Glibc",
    ])
    func `a planted import from upstairs is found`(statement: String) {
        let file = SourceFile(
            path: "Sources/Trials/Planted.swift",
            text: "// import Randomness\n\(statement)\n"
        )
        #expect(Self.forbiddenImports(in: file).map(\.line) == [2])
    }

    @Test(arguments: ["StudyFiles", "LocalTraining", "WorkerProcess", "espalier"])
    func `a planted system call outside OperatingSystem is found`(room: String) {
        let file = SourceFile(
            path: "Sources/\(room)/Planted.swift", text: "import OperatingSystem\nimport Glibc\n")
        #expect(Self.forbiddenImports(in: file).map(\.line) == [2])
    }

    @Test func `an allowed import and a mention of a forbidden one are let through`() {
        let text = "public import Randomness\n// import Studies\nlet x = \"\\n import Studies\"\n"
        let file = SourceFile(path: "Sources/Trials/Planted.swift", text: text)
        #expect(file.importedModules == [ImportedModule(name: "Randomness", line: 1)])
        #expect(Self.forbiddenImports(in: file) == [])
    }

    @Test(arguments: ["ZeroMQ", "WorkerKeys", "CoordinatorProcess", "ClusterBenchmark"])
    func `a planted socket in a command that works on files is found`(room: String) {
        for path in ["Commands/Results/BestCommand", "Terminal/Terminal", "Commands/Search/Grow"] {
            let file = SourceFile(
                path: "Sources/espalier/\(path).swift", text: "import StudyFiles\nimport \(room)\n")
            #expect(Self.needlessSockets(in: file).map(\.line) == [2])
        }
    }

    @Test func `a planted circle is found`() {
        let table = ["A": ["B"], "B": ["C"], "C": ["B"], "D": [], "E": ["D"]]
        #expect(RoomTable.roomsInCircles(table) == ["A", "B", "C"])
    }

    @Test func `an import that a manifest does not declare is found`() {
        let text = """
            func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
                .target(name: name, dependencies: imports)
            }
            let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
            let rooms = [
                room("Randomness"), // room("Trials", imports: ["Yams"])
                room("Trials", imports: ["Randomness"]),
                room(
                    "Studies",
                    imports: [
                        "Trials", yaml,
                    ]),
                .executableTarget(name: "espalier", dependencies: ["Studies", yaml]),
            ]
            """
        let manifest = ManifestTable(SourceFile(path: "Package.swift", text: text))
        #expect(
            manifest.dependencies == [
                "Randomness": [], "Trials": ["Randomness"], "Studies": ["Trials", "Yams"],
                "espalier": ["Studies", "Yams"],
            ]
        )
        let file = SourceFile(
            path: "Sources/Trials/Planted.swift",
            text: "import Randomness\nimport Yams\n"
        )
        #expect(Self.undeclaredImports(in: file, manifest).map(\.line) == [2])
    }
}
