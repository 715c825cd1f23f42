import Yams

/// Reads a YAML document whose whole is a section with known keys.
func parseSection(
    yaml: String,
    file: String,
    known: [String]
) throws(ConfigError) -> DocumentSection {
    try refuseExcess(in: yaml, file: file)
    let root: Node?
    do {
        root = try compose(yaml: yaml)
    } catch {
        throw ConfigError(file: file, syntax: error)
    }
    // An empty document is a section without keys, so that the message names the first missing one.
    let node = root ?? Node([(Node, Node)]())
    return try DocumentValue(file: file, key: "", node: node).section(known: known)
}

/// Most bytes of a document: far more than a person writes.
private let longestDocument = 1 << 20
/// Most aliases in a document.
///
/// An alias may stand for a value that contains other aliases, so that the work grows
/// exponentially with their number.
private let mostAliases = 12

/// Refuses documents that would keep the YAML reader busy for ever.
private func refuseExcess(in yaml: String, file: String) throws(ConfigError) {
    guard yaml.utf8.count <= longestDocument else {
        throw ConfigError(
            file: file, line: 1, column: 1, key: "",
            problem: .illegal(
                found: "\(yaml.utf8.count) bytes long",
                expected: "at most \(longestDocument); is it a config?"))
    }
    var aliases = 0
    for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
        aliases += aliasCount(in: line)
        guard aliases <= mostAliases else {
            throw ConfigError(
                file: file, line: index + 1, column: 1, key: "",
                problem: .illegal(
                    found: "using more than \(mostAliases) aliases (*name)",
                    expected: "the values themselves"))
        }
    }
}

/// Counts what looks like an alias: an asterisk with a name after it and no letter before it.
private func aliasCount(in line: Substring) -> Int {
    let bytes = Array(line.utf8)
    return bytes.indices.dropLast().count { index in
        bytes[index] == UInt8(ascii: "*") && bytes[index + 1] > UInt8(ascii: " ")
            && (index == 0 || !isNamePart(bytes[index - 1]))
    }
}

private func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

extension ConfigError {
    fileprivate init(file: String, syntax: any Error) {
        switch syntax as? YamlError {
        case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
            .composer(_, let reason, let mark, _):
            self.init(
                file: file,
                line: mark.line,
                column: mark.column,
                key: "",
                problem: .unreadable(reason: reason)
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file,
                line: context.mark.line,
                column: context.mark.column,
                key: duplicates.first ?? "",
                problem: .repeated
            )
        case .reader(let reason, let offset, _, let yaml):
            let line = 1 + yaml.prefix(offset ?? 0).count(where: \.isNewline)
            self.init(
                file: file,
                line: line,
                column: 1,
                key: "",
                problem: .unreadable(reason: reason)
            )
        default:
            self.init(
                file: file,
                line: 1,
                column: 1,
                key: "",
                problem: .unreadable(reason: "\(syntax)")
            )
        }
    }
}
