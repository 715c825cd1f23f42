internal import PlainJSON

/// A message whose JSON is described once, for each of its types.
protocol MessageForm {
    /// The types, the most frequent first.
    associatedtype Kind: RawRepresentable<String>, CaseIterable

    /// The type of the message.
    var kind: Kind { get }

    /// Walks over the fields of a message of this type, in the order of their keys.
    ///
    /// - Parameter value: what is written; `nil` if it is read.
    init(_ walk: inout FieldWalk, _ value: Self?, as kind: Kind) throws
}

extension FieldWalk {
    /// The type of a message and the version of the protocol.
    ///
    /// Readers that take keys in any order have read both already.
    mutating func type<Kind: RawRepresentable<String>>(_ kind: Kind) throws {
        guard hasPlainText else { return }
        let type = Word(rawValue: kind.rawValue)
        guard try word("type", type).rawValue == kind.rawValue,
            try field("version", MessageCodec.version, in: 0...Int.max) == MessageCodec.version
        else { throw NotPlain() }
    }
}

/// A word of any kind.
private struct Word: RawRepresentable, Codable {
    let rawValue: String
}
