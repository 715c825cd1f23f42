/// Columns of numbers whose rows follow each other in time, at equal intervals.
public struct SeriesTable: Hashable, Sendable {
    /// The name of the file, for errors.
    public let source: String
    /// The names of the columns.
    public let columnNames: [String]
    /// One column per name, oldest number first; all have the same length and finite numbers.
    public let columns: [[Float]]

    /// Takes over columns.
    ///
    /// - Precondition: there is one column for each name, and all have the same length.
    public init(source: String, columnNames: [String], columns: [[Float]]) {
        precondition(
            columnNames.count == columns.count
                && columns.allSatisfy { $0.count == columns[0].count },
            "\(columns.map(\.count)) numbers under \(columnNames.count) names")
        self.source = source
        self.columnNames = columnNames
        self.columns = columns
    }

    /// Reads some columns of a comma-separated file with a header line.
    ///
    /// Other columns, such as dates, are skipped, whatever they contain.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8.
    ///   - source: the name of the file, for errors.
    ///   - columnNames: the columns to read, without repetition.
    /// - Throws: the first error in the file, with its position.
    /// - Complexity: O(bytes).
    public init(
        csv bytes: [UInt8], source: String, columnNames: [String]
    ) throws(DatasetError) {
        var reader = CSVReader(bytes, source: source)
        try reader.readHeader()
        var numbers: [Int] = []
        for name in columnNames { numbers.append(try reader.column(named: name)) }
        var columns = [[Float]](repeating: [], count: columnNames.count)
        var fields: [CSVReader.Field] = []
        while try reader.readRecord(into: &fields) {
            try reader.checkCount(of: fields)
            for (place, column) in numbers.enumerated() {
                columns[place].append(try reader.number(fields[column], column: column))
            }
        }
        self.init(source: source, columnNames: columnNames, columns: columns)
        guard rowCount > 0 else { throw .noRows(source: source) }
    }

    /// Number of instants.
    public var rowCount: Int { columns.first?.count ?? 0 }

    /// The numbers of a column.
    ///
    /// - Precondition: the table has that column.
    func column(named name: String) -> [Float] {
        guard let place = columnNames.firstIndex(of: name) else {
            preconditionFailure("no column \(name) among \(columnNames)")
        }
        return columns[place]
    }
}
