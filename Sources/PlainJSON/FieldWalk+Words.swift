/// Fields with a word or a text.
extension FieldWalk {
    /// A word: one of some, or a name whose characters need no escapes.
    @inlinable
    public mutating func word<Word: RawRepresentable<String> & Codable>(
        _ key: StaticString, _ value: Word?
    ) throws -> Word {
        switch aim {
        case .writing:
            let value = Self.given(value, key)
            writeKey(key)
            writer.write(word: value.rawValue)
            return value
        case .reading:
            try passKey(key)
            return try plainWord()
        case .encoding, .decoding: return try codedField(key, value)
        }
    }

    /// A word that may be missing.
    @inlinable
    public mutating func optionalWord<Word: RawRepresentable<String> & Codable>(
        _ key: StaticString, _ value: Word?
    ) throws -> Word? {
        switch aim {
        case .writing, .encoding: value == nil ? nil : try word(key, value)
        case .reading: takeKey(key) ? try plainWord() : nil
        case .decoding: try decodedField(key)
        }
    }

    /// A word that is left out if it is the usual one.
    @inlinable
    public mutating func word<Word: RawRepresentable<String> & Codable & Equatable>(
        _ key: StaticString, _ value: Word?, leavingOut usual: Word
    ) throws -> Word {
        try optionalWord(key, value == usual ? nil : value) ?? usual
    }

    /// A text of any characters.
    package mutating func text(_ key: StaticString, _ value: String?) throws -> String {
        try scalar(key, value)
    }

    /// The slower reader reports a word that is unknown.
    @inlinable
    mutating func plainWord<Word: RawRepresentable<String>>() throws(NotPlain) -> Word {
        guard let word = Word(rawValue: try reader.word()) else { throw NotPlain() }
        return word
    }
}
