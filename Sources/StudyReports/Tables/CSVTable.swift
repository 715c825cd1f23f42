/// A table as comma-separated values, for spreadsheets and data frames.
///
/// Source: RFC 4180, with line feeds alone at the ends of lines, as tools on Unix write them.
package struct CSVTable: Hashable, Sendable {
    /// The names of the columns.
    package let columns: [String]
    /// The rows so far, each with a field for every column.
    package private(set) var rows: [[String]] = []

    /// Creates a table without rows.
    package init(columns: [String]) {
        self.columns = columns
    }

    /// Adds a row.
    ///
    /// - Precondition: there is a field for every column.
    package mutating func append(_ row: [String]) {
        precondition(
            row.count == columns.count,
            "\(row.count) fields for \(columns.count) columns"
        )
        rows.append(row)
    }

    /// The text of the table, the names of the columns first.
    package var text: String {
        ([columns] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        let special = field.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        guard special || field.first == " " || field.last == " " else { return field }
        let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}
