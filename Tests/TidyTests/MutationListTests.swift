import Testing

/// The mutations of scripts/mutate have to apply, or nobody would notice that they test nothing.
@Suite struct MutationListTests {
    private static let listings = Repository.paths(under: "scripts/mutations")

    /// The fields of the mutations of a listing.
    private func mutations(_ path: String) -> [[String: String]] {
        let lines = Repository.text(of: path)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.isEmpty }.map { block in
            let fields = block.filter { !$0.hasPrefix("#") }.map { line in
                let name = line.prefix { $0 != ":" }
                return (String(name), String(line.dropFirst(name.count + 2)))
            }
            return Dictionary(fields) { _, last in last }
        }.filter { !$0.isEmpty }
    }

    @Test(arguments: listings)
    func `a mutation changes exactly one line`(path: String) {
        for mutation in mutations(path) {
            let id = mutation["id", default: "a mutation without an id"]
            #expect(Set(mutation.keys) == ["id", "file", "line", "with", "tests", "why"], "\(id)")
            let files = Repository.sources.filter { file in
                file.isInRoom && file.path.hasSuffix("/\(mutation["file", default: ""])")
            }
            let places = files.flatMap(\.lines).count { line in
                line.drop { $0 == " " } == mutation["line", default: ""]
            }
            #expect(places == 1, "\(path): \(id) applies \(places) times; correct the listing")
            #expect(mutation["line"] != mutation["with"], "\(id)")
        }
    }

    @Test func `there are mutations of every ground room, and their tests are there`() {
        let all = Self.listings.flatMap(mutations)
        #expect(all.count >= 60)
        #expect(Set(all.compactMap { $0["id"] }).count == all.count)
        let rooms = all.compactMap { mutation in
            Repository.sources.first { file in
                file.isInRoom && file.path.hasSuffix("/\(mutation["file", default: ""])")
            }?.target
        }
        #expect(Set(rooms).isSuperset(of: RoomTable.ground.keys))
        let suites = Set(all.flatMap { $0["tests", default: ""].split(separator: " ") })
        let targets = Repository.children(of: "Tests")
        #expect(suites.allSatisfy { suite in targets.contains { suite.hasPrefix($0) } })
    }
}
