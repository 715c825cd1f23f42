/// A number, a truth value or a text.
protocol PlainScalar: Codable {
    func write(to writer: inout PlainJSONWriter)
    init(plain reader: inout PlainJSONReader) throws(NotPlain)
}

extension Int: PlainScalar {
    func write(to writer: inout PlainJSONWriter) { writer.write(self) }
    init(plain reader: inout PlainJSONReader) throws(NotPlain) { self = try reader.integer() }
}

extension UInt64: PlainScalar {
    func write(to writer: inout PlainJSONWriter) { writer.write(self) }
    init(plain reader: inout PlainJSONReader) throws(NotPlain) { self = try reader.unsigned() }
}

extension Double: PlainScalar {
    func write(to writer: inout PlainJSONWriter) { writer.write(self) }
    init(plain reader: inout PlainJSONReader) throws(NotPlain) { self = try reader.real() }
}

extension Bool: PlainScalar {
    func write(to writer: inout PlainJSONWriter) { writer.write(self) }
    init(plain reader: inout PlainJSONReader) throws(NotPlain) { self = try reader.truth() }
}

/// The slower reader reads a text that has escapes.
extension String: PlainScalar {
    func write(to writer: inout PlainJSONWriter) { writer.write(text: self) }
    init(plain reader: inout PlainJSONReader) throws(NotPlain) { self = try reader.word() }
}
