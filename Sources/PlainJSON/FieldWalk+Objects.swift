/// Fields with objects and arrays.
extension FieldWalk {
    /// An object, whose fields the body walks over.
    package mutating func object<Value>(
        _ key: StaticString, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        switch aim {
        case .writing: writeKey(key)
        case .reading: try passKey(key)
        case .encoding, .decoding: return try nested(FieldKey(key), body)
        }
        return try enclosed { walk in try body(&walk) }
    }

    /// A value with a form of its own.
    public mutating func form<Form: PlainForm>(_ key: StaticString, _ value: Form?) throws -> Form {
        try object(key) { walk in try Form(&walk, value) }
    }

    /// A value with a form of its own that may be missing.
    public mutating func optionalForm<Form: PlainForm>(
        _ key: StaticString, _ value: Form?
    ) throws -> Form? {
        switch aim {
        case .writing, .encoding: return value == nil ? nil : try form(key, value)
        case .reading:
            guard takeKey(key) else { return nil }
            return try enclosed { walk in try Form(&walk, nil) }
        case .decoding:
            guard isPresent(key) else { return nil }
            return try form(key, nil)
        }
    }

    /// Tells whether a field is there and not `null`.
    func isPresent(_ key: StaticString) -> Bool {
        guard let fieldsToRead, fieldsToRead.contains(FieldKey(key)) else { return false }
        return (try? fieldsToRead.decodeNil(forKey: FieldKey(key))) == false
    }

    /// The only field of an object, whose key is the kind of a value, and whose own fields the body
    /// walks over.
    public mutating func kind<Kind: RawRepresentable<String>, Value>(
        _ kind: Kind?, _ body: (inout FieldWalk, Kind) throws -> Value
    ) throws -> Value {
        switch aim {
        case .writing:
            let kind = given(kind)
            writer.write(word: kind.rawValue)
            writer.write(":")
            return try enclosed { walk in try body(&walk, kind) }
        case .reading:
            guard let kind = Kind(rawValue: try reader.word()) else { throw NotPlain() }
            try reader.pass(":")
            return try enclosed { walk in try body(&walk, kind) }
        case .encoding, .decoding:
            let kind = try kind ?? onlyKind()
            let key = FieldKey(stringValue: kind.rawValue)
            return try nested(key) { walk in try body(&walk, kind) }
        }
    }

    private func onlyKind<Kind: RawRepresentable<String>>() throws -> Kind {
        let kinds = fieldsToRead?.allKeys.compactMap { Kind(rawValue: $0.stringValue) } ?? []
        guard let kind = kinds.first, kinds.count == 1 else {
            let problem = "expected one key that names a kind, found \(kinds.count)"
            throw DecodingError.dataCorrupted(
                .init(codingPath: fieldsToRead?.codingPath ?? [], debugDescription: problem))
        }
        return kind
    }

    private mutating func nested<Value>(
        _ key: FieldKey, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        var inner = self
        if aim == .encoding {
            inner.writtenFields = writtenFields?.nestedContainer(
                keyedBy: FieldKey.self, forKey: key)
        } else {
            inner.fieldsToRead = try fieldsToRead?.nestedContainer(
                keyedBy: FieldKey.self, forKey: key)
        }
        return try body(&inner)
    }

    /// A value that only Foundation's coders write and read.
    package mutating func coded<Value: Codable>(
        _ key: StaticString, _ value: Value?
    ) throws -> Value {
        switch aim {
        case .writing: preconditionFailure("\(key) has no plain form")
        case .reading: throw NotPlain()
        case .encoding, .decoding: return try codedField(key, value)
        }
    }

    /// A field that Foundation's coders write or read.
    mutating func codedField<Value: Codable>(
        _ key: StaticString, _ value: Value?
    ) throws -> Value {
        if let read = try fieldsToRead?.decode(Value.self, forKey: FieldKey(key)) { return read }
        let value = given(value, key)
        try writtenFields?.encode(value, forKey: FieldKey(key))
        return value
    }
}
