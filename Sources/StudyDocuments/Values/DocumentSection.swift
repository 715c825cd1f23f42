import Yams

/// A mapping of a document, whose keys are all known.
struct DocumentSection {
    /// The mapping itself, for errors about missing keys.
    let whole: DocumentValue
    private let values: [(key: String, value: DocumentValue)]

    /// Checks the keys of a mapping.
    init(
        _ mapping: Node.Mapping,
        of whole: DocumentValue,
        known: [String]
    ) throws(ConfigError) {
        self.whole = whole
        var values: [(key: String, value: DocumentValue)] = []
        for (keyNode, node) in mapping {
            guard let key = keyNode.scalar?.string else {
                throw DocumentValue(file: whole.file, key: whole.key, node: keyNode).error(
                    .illegal(
                        found: "a section with a list or a section for a key",
                        expected: "words for keys"))
            }
            let path = whole.key.isEmpty ? key : "\(whole.key).\(key)"
            guard known.contains(key) else {
                throw DocumentValue(file: whole.file, key: path, node: keyNode).error(
                    .unknown(nearest: nearestWord(to: key, among: known), known: known)
                )
            }
            values.append((key, DocumentValue(file: whole.file, key: path, node: node)))
        }
        self.values = values
    }

    /// Returns the value of a key, if the key is there.
    func value(_ key: String) -> DocumentValue? {
        values.first { $0.key == key }?.value
    }

    /// Returns the value of a required key.
    func required(_ key: String, expected: String) throws(ConfigError) -> DocumentValue {
        guard let value = value(key) else {
            throw whole.at(key).error(.missing(expected: expected))
        }
        return value
    }

    /// The keys, in the order of the document.
    var keys: [String] {
        values.map(\.key)
    }
}
