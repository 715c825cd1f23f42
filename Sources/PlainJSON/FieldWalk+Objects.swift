/// Fields with objects.
///
/// What is generic is inlined, so that the compiler knows the types of plain JSON; the ways through
/// Foundation's coders are rare.
extension FieldWalk {
    /// An object, whose fields the body walks over.
    @inlinable
    package mutating func object<Value>(
        _ key: StaticString, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        guard hasPlainText else { return try codedObject("\(key)", body) }
        try open("{", of: key)
        let value = try body(&self)
        try close("}")
        return value
    }

    /// A value with a form of its own.
    @inlinable
    public mutating func form<Form: PlainForm>(_ key: StaticString, _ value: Form?) throws -> Form {
        try object(key) { walk in try Form(&walk, value) }
    }

    /// A value with a form of its own that may be missing.
    @inlinable
    public mutating func optionalForm<Form: PlainForm>(
        _ key: StaticString, _ value: Form?
    ) throws -> Form? {
        isThere(key, isGiven: value != nil) ? try form(key, value) : nil
    }

    /// The only field of an object, whose key is the kind of a value, and whose own fields the body
    /// walks over.
    @inlinable
    public mutating func kind<Kind: RawRepresentable<String>, Value>(
        _ kind: Kind?, _ body: (inout FieldWalk, Kind) throws -> Value
    ) throws -> Value {
        guard hasPlainText else {
            let kind = try kind ?? onlyKind()
            return try codedObject(kind.rawValue) { walk in try body(&walk, kind) }
        }
        let known = try plainKind(kind)
        try open("{")
        let value = try body(&self, known)
        try close("}")
        return value
    }

    @inlinable
    mutating func plainKind<Kind: RawRepresentable<String>>(
        _ kind: Kind?
    ) throws(NotPlain) -> Kind {
        if let kind {
            writer.write(word: kind.rawValue)
            writer.write(byte: UInt8(ascii: ":"))
            return kind
        }
        guard let kind = Kind(rawValue: try reader.word()) else { throw NotPlain() }
        try reader.pass(":")
        return kind
    }

    /// Tells whether a field is to be written, or is there to be read and is not `null`.
    @usableFromInline
    mutating func isThere(_ key: StaticString, isGiven: Bool) -> Bool {
        switch aim {
        case .writing, .encoding: return isGiven
        case .reading: return isNextKey(key)
        case .decoding:
            guard let fieldsToRead = coders?.fieldsToRead, fieldsToRead.contains(FieldKey(key))
            else { return false }
            return (try? fieldsToRead.decodeNil(forKey: FieldKey(key))) == false
        }
    }
}

/// Fields in texts of Foundation's coders.
extension FieldWalk {
    @usableFromInline
    func onlyKind<Kind: RawRepresentable<String>>() throws -> Kind {
        let kinds =
            coders?.fieldsToRead?.allKeys.compactMap { Kind(rawValue: $0.stringValue) } ?? []
        guard let kind = kinds.first, kinds.count == 1 else {
            let problem = "expected one key that names a kind, found \(kinds.count)"
            throw DecodingError.dataCorrupted(
                .init(codingPath: coders?.fieldsToRead?.codingPath ?? [], debugDescription: problem)
            )
        }
        return kind
    }

    @usableFromInline
    func codedObject<Value>(
        _ name: String, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        let key = FieldKey(stringValue: name)
        if let fields = try coders?.fieldsToRead?.nestedContainer(
            keyedBy: FieldKey.self, forKey: key)
        {
            var inner = FieldWalk(fields: fields, checksBounds: checksBounds)
            return try body(&inner)
        }
        let fields = coders?.writtenFields?.nestedContainer(keyedBy: FieldKey.self, forKey: key)
        var inner = FieldWalk(writing: Self.given(fields))
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
    @usableFromInline
    func codedField<Value: Codable>(
        _ key: StaticString, _ value: Value?
    ) throws -> Value {
        if let read = try coders?.fieldsToRead?.decode(Value.self, forKey: FieldKey(key)) {
            return read
        }
        let value = Self.given(value, key)
        try coders?.writtenFields?.encode(value, forKey: FieldKey(key))
        return value
    }

    /// A field that may be missing, which Foundation's decoder reads.
    @usableFromInline
    func decodedField<Value: Decodable>(_ key: StaticString) throws -> Value? {
        try coders?.fieldsToRead?.decodeIfPresent(Value.self, forKey: FieldKey(key))
    }
}
