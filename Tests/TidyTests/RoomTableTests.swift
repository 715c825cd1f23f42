import Testing

/// The table of rooms stands four times: as folders, in the manifest, in ARCHITECTURE.md and here.
@Suite struct RoomTableTests {
    private static let manifest = ManifestTable(
        SourceFile(path: "Package.swift", text: Repository.text(of: "Package.swift")))
    private static let page = ArchitecturePage(Repository.text(of: "ARCHITECTURE.md"))

    @Test func `every folder of Sources is a room of the table and every room has a folder`() {
        let rooms = Dictionary(uniqueKeysWithValues: Repository.rooms.map { ($0, [String]()) })
        let rows = RoomTable.rooms.mapValues { _ in [String]() }
        #expect(Self.differences(rooms, "Sources", from: rows) == [])
    }

    @Test func `the manifest declares for each room just what the table allows`() {
        let declared = Self.manifest.dependencies.filter { RoomTable.rooms[$0.key] != nil }
        let wanted = RoomTable.rooms.map { room, imports in
            let libraries = RoomTable.libraries[room, default: []]
            return (room, imports + libraries.filter { !RoomTable.toolchain.contains($0) })
        }
        let table = Dictionary(uniqueKeysWithValues: wanted)
        #expect(Self.differences(declared, "Package.swift", from: table) == [])
    }

    @Test func `ARCHITECTURE lists the rooms of each floor`() {
        let floors = [
            "ground": RoomTable.ground, "edges": RoomTable.edges, "roof": RoomTable.roof,
        ].mapValues { Array($0.keys) }
        #expect(Self.differences(Self.page.floors, "ARCHITECTURE.md", from: floors) == [])
    }

    @Test func `ARCHITECTURE says of each room what it may import`() {
        #expect(Self.differences(Self.page.imports, "ARCHITECTURE.md", from: RoomTable.rooms) == [])
    }

    @Test func `a target imports everything that the manifest declares for it`() {
        #expect(Self.unused(Self.manifest, Repository.sources) == [])
    }

    @Test(arguments: RoomTable.libraries.keys.sorted())
    func `a room imports every library of its row`(room: String) {
        let imported = Repository.sources.filter { $0.isInRoom && $0.target == room }
            .flatMap(\.importedModules).map(\.name)
        let spare = Set(RoomTable.libraries[room, default: []]).subtracting(imported).sorted()
        #expect(spare == [], "\(room) never imports \(spare); take that out of its row")
    }

    /// Says where a table of lists differs from the one that it should be, in words.
    static func differences(
        _ found: [String: [String]], _ place: String, from wanted: [String: [String]]
    ) -> [String] {
        Set(found.keys).union(wanted.keys).sorted().flatMap { name in
            guard let own = found[name] else { return ["\(place) lacks \(name)"] }
            guard let others = wanted[name] else {
                return ["\(place) has \(name), which Tests/TidyTests/RoomTable.swift has not"]
            }
            let missing = Set(others).subtracting(own).sorted()
            let spare = Set(own).subtracting(others).sorted()
            return missing.map { "\(place): \(name) lacks \($0)" }
                + spare.map { "\(place): \(name) has \($0), which its row has not" }
        }
    }

    /// Finds what a manifest declares and no source of the target imports.
    ///
    /// An executable that tests depend on is started by them, and cannot be imported.
    static func unused(_ manifest: ManifestTable, _ sources: [SourceFile]) -> [String] {
        let files = Dictionary(grouping: sources) { $0.target ?? "" }
        return manifest.dependencies.sorted { $0.key < $1.key }.flatMap { target, declared in
            let imported = files[target, default: []].flatMap(\.importedModules).map(\.name)
            return Set(declared).subtracting(imported).subtracting(["espalier"]).sorted()
                .map { "\(target) never imports \($0), which Package.swift declares" }
        }
    }
}

extension RoomTableTests {
    @Test func `a room that only one of two tables has is found`() {
        let found = ["A": [String](), "B": []]
        let wanted = ["B": [String](), "C": []]
        #expect(
            Self.differences(found, "page", from: wanted) == [
                "page has A, which Tests/TidyTests/RoomTable.swift has not", "page lacks C",
            ])
    }

    @Test func `a dependency that only one of two tables has is found`() {
        let found = ["A": ["B", "C"]]
        let wanted = ["A": ["D", "C"]]
        #expect(
            Self.differences(found, "page", from: wanted) == [
                "page: A lacks D", "page: A has B, which its row has not",
            ])
    }

    @Test func `a declared dependency that nobody imports is found`() {
        let text = """
            room("Trials", imports: ["Randomness", "RowStorage"]),
            tests("TrialsTests", of: ["espalier", "Trials", "Randomness"]),
            """
        let manifest = ManifestTable(SourceFile(path: "Package.swift", text: text))
        let sources = [
            SourceFile(path: "Sources/Trials/A.swift", text: "import Randomness"),
            SourceFile(path: "Tests/TrialsTests/B.swift", text: "import Trials"),
        ]
        #expect(
            Self.unused(manifest, sources) == [
                "Trials never imports RowStorage, which Package.swift declares",
                "TrialsTests never imports Randomness, which Package.swift declares",
            ])
    }

    @Test func `floors and imports of a page are read`() {
        let page = ArchitecturePage(
            """
            | room | it holds |
            |---|---|
            | **ground: pure** | |
            | `A`, `B` | `x` and y |
            | **edges: one outside thing each** | |
            | `C` | z |
            | **roof** | |
            | `D` | w |

            ```imports
            A   –
            B   –
            C   A
            D   A B
                C
            ```
            """)
        #expect(page.floors == ["ground": ["A", "B"], "edges": ["C"], "roof": ["D"]])
        #expect(page.imports == ["A": [], "B": [], "C": ["A"], "D": ["A", "B", "C"]])
    }
}
