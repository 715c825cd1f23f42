/// The position of a field in a text file.
public struct FieldPlace: Hashable, Sendable {
    /// The name of the file.
    public let source: String
    /// The line of the file on which the field starts (from 1).
    public let line: Int
    /// The number of the field in its row (from 1).
    public let column: Int
    /// The name of the field's column, if known.
    public let name: String?

    /// Describes a position.
    public init(source: String, line: Int, column: Int, name: String?) {
        self.source = source
        self.line = line
        self.column = column
        self.name = name
    }
}

extension FieldPlace: CustomStringConvertible {
    /// Reads like `digits.csv:17: column 3 (pixel_0_2)`.
    public var description: String {
        "\(source):\(line): column \(column)" + (name.map { " (\(visible($0)))" } ?? "")
    }
}
