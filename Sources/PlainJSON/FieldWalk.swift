/// A walk over the fields of a value, in the order of their keys, that writes them or reads them.
///
/// It has one of four aims, so that a value need describe its fields only once (`PlainForm`): to
/// write or read plain JSON, which is fast, or to write or read with Foundation's coders.
public struct FieldWalk {
    /// What becomes of the fields.
    @usableFromInline
    enum Aim {
        case writing, reading, encoding, decoding
    }

    @usableFromInline let aim: Aim
    /// Whether numbers that are read must be within the bounds of their fields.
    let checksBounds: Bool
    /// The text that is written.
    @usableFromInline package var writer: PlainJSONWriter
    /// The text that is read.
    @usableFromInline package var reader: PlainJSONReader
    /// Whether no field of the object, or item of the array, came before.
    var isFirst = true
    /// What Foundation's coders write or read; `nil` for plain JSON.
    var coders: FieldCoders?

    private init(
        _ aim: Aim, writer: PlainJSONWriter = PlainJSONWriter(), reading text: [UInt8] = [],
        coders: FieldCoders? = nil, checksBounds: Bool = false
    ) {
        self.aim = aim
        self.writer = writer
        reader = PlainJSONReader(text)
        self.coders = coders
        self.checksBounds = checksBounds
    }

    /// Begins to write plain JSON.
    @usableFromInline
    init(capacity: Int) {
        self.init(.writing, writer: PlainJSONWriter(capacity: capacity))
    }

    /// Begins to read plain JSON.
    @usableFromInline
    init(_ text: [UInt8], checksBounds: Bool) {
        self.init(.reading, reading: text, checksBounds: checksBounds)
    }

    /// Writes an object as plain JSON.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    @inlinable
    package static func write(
        capacity: Int, _ body: (inout FieldWalk) throws -> Void
    ) -> [UInt8] {
        var walk = FieldWalk(capacity: capacity)
        do {
            try walk.open("{")
            try body(&walk)
            try walk.close("}")
        } catch {
            preconditionFailure("a value cannot be written: \(error)")
        }
        return walk.writer.finish()
    }

    /// Reads an object of plain JSON, and nothing after it.
    ///
    /// - Throws: `NotPlain` if the text has another form, or a number that is out of bounds.
    @inlinable
    package static func read<Value>(
        _ text: [UInt8], checksBounds: Bool = false, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        var walk = FieldWalk(text, checksBounds: checksBounds)
        try walk.open("{")
        let value = try body(&walk)
        try walk.close("}")
        try walk.reader.end()
        return value
    }

    /// Begins to read an object with keys in any order.
    package init(reading decoder: any Decoder, checksBounds: Bool = false) throws {
        self.init(
            fields: try decoder.container(keyedBy: FieldKey.self), checksBounds: checksBounds)
    }

    init(fields: KeyedDecodingContainer<FieldKey>, checksBounds: Bool) {
        self.init(.decoding, coders: FieldCoders(), checksBounds: checksBounds)
        coders?.fieldsToRead = fields
    }

    init(items: any UnkeyedDecodingContainer, checksBounds: Bool) {
        self.init(.decoding, coders: FieldCoders(), checksBounds: checksBounds)
        coders?.itemsToRead = items
    }

    /// Begins to write an object with Foundation's encoder.
    package init(writing encoder: any Encoder) {
        self.init(writing: encoder.container(keyedBy: FieldKey.self))
    }

    init(writing fields: KeyedEncodingContainer<FieldKey>) {
        self.init(.encoding, coders: FieldCoders())
        coders?.writtenFields = fields
    }

    init(listing items: any UnkeyedEncodingContainer) {
        self.init(.encoding, coders: FieldCoders())
        coders?.writtenItems = items
    }
}

/// Keys and brackets of plain JSON.
extension FieldWalk {
    /// Writes or skips the bracket that opens an object or an array.
    @usableFromInline
    mutating func open(_ bracket: Unicode.Scalar) throws(NotPlain) {
        try pass(bracket)
        isFirst = true
    }

    /// Writes or skips the bracket that closes an object or an array.
    @usableFromInline
    mutating func close(_ bracket: Unicode.Scalar) throws(NotPlain) {
        try pass(bracket)
        isFirst = false
    }

    private mutating func pass(_ mark: Unicode.Scalar) throws(NotPlain) {
        let byte = UInt8(ascii: mark)
        if aim == .writing { writer.write(byte: byte) } else { try reader.pass(byte: byte) }
    }

    /// Writes or skips the key of an object or array, and the bracket that opens it.
    @usableFromInline
    mutating func open(_ bracket: Unicode.Scalar, of key: StaticString) throws(NotPlain) {
        if aim == .writing {
            writer.write(key: key, isFirst: isFirst, bracket: UInt8(ascii: bracket))
        } else {
            try passKey(key)
            try reader.pass(byte: UInt8(ascii: bracket))
        }
        isFirst = true
    }

    /// Whether the walk is over plain JSON, and not over a text of Foundation's coders.
    @inlinable package var hasPlainText: Bool { aim == .writing || aim == .reading }

    /// Writes the key of a field.
    @usableFromInline
    package mutating func writeKey(_ key: StaticString) {
        writer.write(key: key, isFirst: isFirst)
        isFirst = false
    }

    /// Skips the key of a field if it comes next; otherwise the position stays the same.
    @usableFromInline
    package mutating func takeKey(_ key: StaticString) -> Bool {
        guard reader.take(key: key, afterComma: !isFirst) else { return false }
        isFirst = false
        return true
    }

    /// Tells whether the key of a field comes next.
    mutating func isNextKey(_ key: StaticString) -> Bool {
        var reader = reader
        return reader.take(key: key, afterComma: !isFirst)
    }

    /// Skips the key of a field.
    @usableFromInline
    package mutating func passKey(_ key: StaticString) throws(NotPlain) {
        guard takeKey(key) else { throw NotPlain() }
    }

    /// Writes or skips the comma between items.
    @usableFromInline
    mutating func passComma() throws(NotPlain) {
        if !isFirst { try pass(",") }
        isFirst = false
    }

    /// What a description hands over to be written.
    @inlinable
    static func given<Value>(_ value: Value?, _ key: StaticString = "an item") -> Value {
        guard let value else { preconditionFailure("there is no value to write for \(key)") }
        return value
    }
}
