/// A number, or a count, that is outside of what its field may have.
package struct FieldBoundsError: Error, CustomStringConvertible {
    /// The path of the field, as in `report.curve[3].epoch`, or what was counted.
    let place: String
    let found: String
    let expected: String

    /// Names the field, what it has and what was expected.
    package var description: String { "\(place): \(found), expected \(expected)" }
}

extension FieldBoundsError {
    /// Writes a path as `report.curve[3].epoch`.
    package static func text(of path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
