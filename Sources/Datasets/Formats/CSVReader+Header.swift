extension CSVReader {
    /// Reads the names of the columns from the first record.
    ///
    /// - Throws: `empty`, or an error if a column has no name or the name of another column.
    mutating func readHeader() throws(DatasetError) {
        var fields: [Field] = []
        guard try readRecord(into: &fields) else { throw .empty(source: source) }
        var names: [String] = []
        var numbers: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            let name = try text(field, number: index + 1)
            let place = place(field, number: index + 1, name: name.isEmpty ? nil : name)
            guard !name.isEmpty else { throw .unnamedColumn(place) }
            if let first = numbers[name] { throw .duplicateColumn(place, first: first) }
            numbers[name] = index + 1
            names.append(name)
        }
        columnNames = names
    }

    /// Finds a column by its name.
    ///
    /// - Returns: its index, from 0.
    func column(named name: String) throws(DatasetError) -> Int {
        if let column = columnNames.firstIndex(of: name) { return column }
        if let found = foreignDelimiter {
            throw .foreignDelimiter(source: source, line: 1, found: found)
        }
        throw .missingColumn(source: source, column: name, columns: columnNames)
    }

    /// Checks that a record has exactly one field for each column.
    func checkCount(of fields: [Field]) throws(DatasetError) {
        let expected = columnNames.count
        guard fields.count != expected else { return }
        let isBlank = fields.count == 1 && fields[0].range.isEmpty && !fields[0].isQuoted
        let found = isBlank ? 0 : fields.count
        throw .wrongFieldCount(
            place(fields[0], number: min(found, expected) + 1), found: found, expected: expected)
    }

    /// Reads the number in a field; columns count from 0.
    func number(_ field: Field, column: Int) throws(DatasetError) -> Float {
        do {
            return try DecimalNumber.float(slice(field))
        } catch {
            throw unreadable(field, number: column + 1, error)
        }
    }

    /// The delimiter of a header without commas.
    private var foreignDelimiter: String? {
        guard columnNames.count == 1 else { return nil }
        if columnNames[0].contains(";") { return "semicolons" }
        if columnNames[0].contains("\t") { return "tabs" }
        return nil
    }
}
