/// The key of a field, in texts that Foundation writes or reads.
struct FieldKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) {
        nil
    }

    init(_ key: StaticString) {
        stringValue = "\(key)"
    }
}
