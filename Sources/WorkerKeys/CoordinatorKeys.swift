import Coordination
import OperatingSystem
import ZeroMQ

/// The coordinator's keys, and the workers that it admits.
///
/// The list of workers may change while the coordinator runs. A worker is admitted if it is in the
/// list at the time of its handshake, and its messages are accepted as long as its name is in the
/// list.
package struct CoordinatorKeys: Sendable {
    /// The path of the list of admitted workers.
    let list: String
    let pair: CurveKeyPair
    private(set) var names: [CurveKey: KeyName] = [:]
    /// The names in the list.
    private(set) var listed: Set<KeyName> = []
    private(set) var listEndsInMidLine = false
    private var version: FileVersion?

    /// Reads the folder that `espalier keys new` made.
    package init(folder: String) throws(KeyError) {
        list = "\(folder)/\(KeyFolder.admitted)"
        pair = try KeyFolder.pair(
            in: "\(folder)/\(KeyFolder.coordinatorSecret)",
            remedy: "give the coordinator's folder, or make one with espalier keys new DIR")
        try refresh()
    }

    /// Reads the list again if it has changed.
    ///
    /// - Throws: an error in the list, once for each change; the previous list stays valid.
    mutating func refresh() throws(KeyError) {
        let found = FileVersion(of: list)
        guard found == nil || found != version else { return }
        version = found
        let text = try KeyError.explaining(
            remedy: "restore it; an empty one admits no worker"
        ) { () throws(FileError) in
            try PrivateFile.read(list, isSecret: false, kind: "a list of keys")
        }
        names = try Self.names(in: text, list)
        listed = Set(names.values)
        listEndsInMidLine = !text.isEmpty && !text.hasSuffix("\n")
    }

    /// Reads lines of a name and a key; ignores empty lines and lines that begin with `#`.
    private static func names(
        in text: String, _ path: String
    ) throws(KeyError) -> [CurveKey: KeyName] {
        var names: [CurveKey: KeyName] = [:]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard words.count == 2, let name = KeyName(rawValue: String(first)),
                let key = CurveKey(z85: String(words[1]))
            else {
                throw .malformed(
                    path: path, line: index + 1,
                    expected: """
                        a worker's name (\(KeyName.expectation)) and its public key of 40 \
                        characters (Z85)
                        """)
            }
            names[key] = name
        }
        return names
    }
}
