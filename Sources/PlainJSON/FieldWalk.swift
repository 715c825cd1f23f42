/// A walk over the fields of a value, in the order of their keys, that writes them or reads them.
///
/// It has one of four aims, so that a value need describe its fields only once (`PlainForm`): to
/// write or read plain JSON, which is fast, or to write or read with Foundation's coders.
public struct FieldWalk {
    /// What becomes of the fields.
    enum Aim {
        case writing, reading, encoding, decoding
    }

    let aim: Aim
    /// Whether numbers that are read must be within the bounds of their fields.
    let checksBounds: Bool
    /// The text that is written.
    package var writer = PlainJSONWriter()
    /// The text that is read.
    package var reader = PlainJSONReader([])
    /// Whether no field of the object, or item of the array, came before.
    var isFirst = true
    var fieldsToRead: KeyedDecodingContainer<FieldKey>?
    var itemsToRead: (any UnkeyedDecodingContainer)?
    var writtenFields: KeyedEncodingContainer<FieldKey>?
    var writtenItems: (any UnkeyedEncodingContainer)?

    init(_ aim: Aim, checksBounds: Bool = false) {
        self.aim = aim
        self.checksBounds = checksBounds
    }

    /// Writes an object as plain JSON.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    package static func write(
        capacity: Int, _ body: (inout FieldWalk) throws -> Void
    ) -> [UInt8] {
        var walk = FieldWalk(.writing)
        walk.writer = PlainJSONWriter(capacity: capacity)
        do {
            try walk.enclosed { walk in try body(&walk) }
        } catch {
            preconditionFailure("a value cannot be written: \(error)")
        }
        return walk.writer.bytes
    }

    /// Reads an object of plain JSON, and nothing after it.
    ///
    /// - Throws: `NotPlain` if the text has another form, or a number that is out of bounds.
    package static func read<Value>(
        _ text: [UInt8], checksBounds: Bool = false, _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        var walk = FieldWalk(.reading, checksBounds: checksBounds)
        walk.reader = PlainJSONReader(text)
        let value = try walk.enclosed { walk in try body(&walk) }
        try walk.reader.end()
        return value
    }

    /// Begins to read an object with keys in any order.
    package init(reading decoder: any Decoder, checksBounds: Bool = false) throws {
        self.init(.decoding, checksBounds: checksBounds)
        fieldsToRead = try decoder.container(keyedBy: FieldKey.self)
    }

    init(fields: KeyedDecodingContainer<FieldKey>, checksBounds: Bool) {
        self.init(.decoding, checksBounds: checksBounds)
        fieldsToRead = fields
    }

    init(items: any UnkeyedDecodingContainer, checksBounds: Bool) {
        self.init(.decoding, checksBounds: checksBounds)
        itemsToRead = items
    }

    /// Begins to write an object with Foundation's encoder.
    package init(writing encoder: any Encoder) {
        self.init(.encoding)
        writtenFields = encoder.container(keyedBy: FieldKey.self)
    }

    init(writing fields: KeyedEncodingContainer<FieldKey>) {
        self.init(.encoding)
        writtenFields = fields
    }

    init(listing items: any UnkeyedEncodingContainer) {
        self.init(.encoding)
        writtenItems = items
    }
}

/// Keys and brackets of plain JSON.
extension FieldWalk {
    /// Walks over what stands in brackets.
    mutating func enclosed<Value>(
        _ open: StaticString = "{", _ close: StaticString = "}",
        _ body: (inout FieldWalk) throws -> Value
    ) throws -> Value {
        if aim == .writing { writer.write(open) } else { try reader.pass(open) }
        isFirst = true
        let value = try body(&self)
        if aim == .writing { writer.write(close) } else { try reader.pass(close) }
        isFirst = false
        return value
    }

    /// Whether the walk is over plain JSON, and not over a text of Foundation's coders.
    package var hasPlainText: Bool { aim == .writing || aim == .reading }

    /// Writes the key of a field.
    package mutating func writeKey(_ key: StaticString) {
        writer.write(isFirst ? "\"" : ",\"")
        writer.write(key)
        writer.write("\":")
        isFirst = false
    }

    /// Skips the key of a field if it comes next; otherwise the position stays the same.
    package mutating func takeKey(_ key: StaticString) -> Bool {
        guard reader.take(key: key, afterComma: !isFirst) else { return false }
        isFirst = false
        return true
    }

    /// Tells whether the key of a field comes next.
    func isNextKey(_ key: StaticString) -> Bool {
        var reader = reader
        return reader.take(key: key, afterComma: !isFirst)
    }

    /// Skips the key of a field.
    package mutating func passKey(_ key: StaticString) throws(NotPlain) {
        guard takeKey(key) else { throw NotPlain() }
    }

    /// Writes or skips the comma between items.
    mutating func passComma() throws(NotPlain) {
        if !isFirst { if aim == .writing { writer.write(",") } else { try reader.pass(",") } }
        isFirst = false
    }

    /// What a description hands over to be written.
    func given<Value>(_ value: Value?, _ key: StaticString = "an item") -> Value {
        guard let value else { preconditionFailure("there is no value to write for \(key)") }
        return value
    }
}
