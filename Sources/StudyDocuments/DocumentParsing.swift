import Yams

/// Reads a YAML document whose whole is a section with known keys.
func parseSection(
    yaml: String,
    file: String,
    known: [String]
) throws(ConfigError) -> DocumentSection {
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
