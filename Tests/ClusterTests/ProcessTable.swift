import FoundationEssentials
import OperatingSystem

/// The processes of this machine that are alive.
enum ProcessTable {
    struct Entry: Hashable {
        let id: Int32
        let parent: Int32
        let words: [String]

        /// Tells whether the command line holds a text.
        func mentions(_ text: String) -> Bool {
            words.contains { $0.contains(text) }
        }
    }

    /// Every process but those that only wait for their parent to notice their end.
    static func entries() -> [Entry] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
        return (names ?? []).compactMap { Int32($0) }.sorted().compactMap(entry)
    }

    /// The processes that a process started.
    static func children(of parent: Int32) -> [Entry] {
        entries().filter { $0.parent == parent }
    }

    static func isAlive(_ id: Int32) -> Bool {
        entry(id) != nil
    }

    private static func entry(_ id: Int32) -> Entry? {
        guard let status = try? FileBytes.read("/proc/\(id)/stat"),
            let line = try? FileBytes.read("/proc/\(id)/cmdline")
        else { return nil }
        // The name in parentheses may hold anything; what counts comes behind it.
        let fields = status.split(separator: UInt8(ascii: ")")).last?.split(separator: 32) ?? []
        guard fields.count > 1, fields[0].first != UInt8(ascii: "Z"),
            let parent = Int32(String(decoding: fields[1], as: UTF8.self))
        else { return nil }
        let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return Entry(id: id, parent: parent, words: words)
    }
}
