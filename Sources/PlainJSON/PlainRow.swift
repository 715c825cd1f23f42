/// A value whose JSON is described once: an array of these items, because there may be many.
public protocol PlainRow: Codable {
    /// Walks over the items, as `PlainForm` does over fields.
    ///
    /// - Parameter value: what is written; `nil` if it is read.
    init(_ walk: inout FieldWalk, _ value: Self?) throws
}

extension PlainRow {
    /// Reads the items.
    public init(from decoder: any Decoder) throws {
        var walk = FieldWalk(items: try decoder.unkeyedContainer(), checksBounds: false)
        try self.init(&walk, nil)
    }

    /// Writes the items.
    public func encode(to encoder: any Encoder) throws {
        var walk = FieldWalk(listing: encoder.unkeyedContainer())
        _ = try Self(&walk, self)
    }
}
