/// The key of a field, in texts that Foundation writes or reads.
package struct FieldKey: CodingKey {
    /// The key.
    package let stringValue: String
    /// None: a key is a text.
    package var intValue: Int? { nil }

    /// Wraps a key.
    package init(stringValue: String) {
        self.stringValue = stringValue
    }

    /// Refuses a number.
    package init?(intValue: Int) {
        nil
    }

    init(_ key: StaticString) {
        stringValue = "\(key)"
    }
}
