/// A value whose JSON is described once: an object with these fields.
///
/// The description writes and reads the plain form (`PlainJSONWriter`). It is the value's `Codable`
/// form too, which takes keys in any order.
public protocol PlainForm: Codable {
    /// Walks over the fields in the order of their keys.
    ///
    /// Each line hands the walk a field of the value, if it is to be written, and gets the field:
    /// `epochs = try walk.field("epochs", value?.epochs, in: FieldRange.counts)`.
    ///
    /// - Parameter value: what is written; `nil` if it is read.
    init(_ walk: inout FieldWalk, _ value: Self?) throws
}

extension PlainForm {
    /// Reads the value; keys may have any order.
    public init(from decoder: any Decoder) throws {
        var walk = try FieldWalk(reading: decoder)
        try self.init(&walk, nil)
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var walk = FieldWalk(writing: encoder)
        _ = try Self(&walk, self)
    }
}
