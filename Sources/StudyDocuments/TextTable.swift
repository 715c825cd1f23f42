/// A table for terminals: columns are as wide as their widest field, two spaces apart.
package struct TextTable: Hashable, Sendable {
    /// On which side of a column its fields are flush.
    package enum Alignment: Hashable, Sendable {
        case left, right
    }

    /// The heading and the alignment of a column.
    package struct Column: Hashable, Sendable {
        let heading: String
        let alignment: Alignment

        /// Describes a column; words are flush left, numbers go right.
        package init(_ heading: String, _ alignment: Alignment = .left) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// Begins a table.
    package init(columns: [Column]) {
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

    /// The text of the table: the headings, then a line for each row, without trailing spaces.
    package var text: String {
        let lines = [columns.map(\.heading)] + rows
        let widths = columns.indices.map { column in
            lines.map { $0[column].count }.max() ?? 0
        }
        return lines.map { line($0, widths: widths) + "\n" }.joined()
    }

    private func line(_ fields: [String], widths: [Int]) -> String {
        let padded = fields.indices.map { index in
            let gap = String(repeating: " ", count: widths[index] - fields[index].count)
            return columns[index].alignment == .left ? fields[index] + gap : gap + fields[index]
        }
        let line = padded.joined(separator: "  ")
        guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...last])
    }
}
