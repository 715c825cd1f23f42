extension Dataset {
    /// Reads a comma-separated file: a header line of column names, then one row a line.
    ///
    /// Every column but the target is a feature and holds finite numbers. Fields may be quoted.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8.
    ///   - source: its name, for errors.
    ///   - target: the name of the column to be predicted.
    ///   - kind: whether that column holds classes (whole numbers or words) or numbers.
    /// - Throws: the first thing in the file that is not as it should be, and where it is.
    /// - Complexity: O(bytes).
    public init(
        csv bytes: [UInt8],
        source: String,
        target: String,
        kind: TargetKind
    ) throws(DatasetError) {
        var parser = try CSVParser(bytes, source: source, target: target, kind: kind)
        self = try parser.dataset()
    }
}

/// Builds a dataset from the records of a comma-separated file.
private struct CSVParser {
    private var reader: CSVReader
    private let target: String
    private let targetColumn: Int
    private let kind: TargetKind
    /// Shape `[row × feature]`.
    private var rows: [Float] = []
    private var values: [Float] = []
    private var labels: [Int32] = []
    private var classes = ClassNumbering()

    init(
        _ bytes: [UInt8],
        source: String,
        target: String,
        kind: TargetKind
    ) throws(DatasetError) {
        reader = CSVReader(bytes, source: source)
        var fields: [CSVReader.Field] = []
        guard try reader.readRecord(into: &fields) else { throw .empty(source: source) }
        let names = try Self.columnNames(fields, reader)
        reader.columnNames = names
        guard let column = names.firstIndex(of: target) else {
            if let found = Self.foreignDelimiter(names) {
                throw .foreignDelimiter(source: source, line: fields[0].line, found: found)
            }
            throw .missingTarget(source: source, target: target, columns: names)
        }
        guard names.count > 1 else { throw .noFeatures(source: source, target: target) }
        self.target = target
        targetColumn = column
        self.kind = kind
    }

    mutating func dataset() throws(DatasetError) -> Dataset {
        var fields: [CSVReader.Field] = []
        while try reader.readRecord(into: &fields) {
            try checkCount(of: fields)
            for (column, field) in fields.enumerated() where column != targetColumn {
                rows.append(try number(field, column: column))
            }
            try appendTarget(fields[targetColumn])
        }
        let targets = try uniteTargets()
        var names = reader.columnNames
        names.remove(at: targetColumn)
        return Dataset(
            featureNames: names,
            features: featureMajor(rows, featureCount: names.count),
            targets: targets
        )
    }

    private static func columnNames(
        _ fields: [CSVReader.Field],
        _ reader: CSVReader
    ) throws(DatasetError) -> [String] {
        var names: [String] = []
        var numbers: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            let name = try reader.text(field, number: index + 1)
            var place = reader.place(field, number: index + 1)
            guard !name.isEmpty else { throw .unnamedColumn(place) }
            if let first = numbers[name] {
                place = FieldPlace(
                    source: place.source,
                    line: place.line,
                    column: place.column,
                    name: name
                )
                throw .duplicateColumn(place, first: first)
            }
            numbers[name] = index + 1
            names.append(name)
        }
        return names
    }

    /// What separates the columns of a header without commas.
    private static func foreignDelimiter(_ names: [String]) -> String? {
        guard names.count == 1 else { return nil }
        if names[0].contains(";") { return "semicolons" }
        if names[0].contains("\t") { return "tabs" }
        return nil
    }

    private func checkCount(of fields: [CSVReader.Field]) throws(DatasetError) {
        let expected = reader.columnNames.count
        guard fields.count != expected else { return }
        let isBlank = fields.count == 1 && fields[0].range.isEmpty && !fields[0].isQuoted
        throw .wrongFieldCount(
            source: reader.source,
            line: fields[0].line,
            found: isBlank ? 0 : fields.count,
            expected: expected
        )
    }

    private func number(
        _ field: CSVReader.Field,
        column: Int
    ) throws(DatasetError) -> Float {
        do {
            return try DecimalNumber.float(reader.slice(field))
        } catch {
            throw reader.unreadable(field, number: column + 1, error)
        }
    }

    private mutating func appendTarget(_ field: CSVReader.Field) throws(DatasetError) {
        guard kind == .classes else {
            values.append(try number(field, column: targetColumn))
            return
        }
        guard !DecimalNumber.isMissing(reader.slice(field)) else {
            throw reader.unreadable(field, number: targetColumn + 1, .missing)
        }
        let text = try reader.text(field, number: targetColumn + 1)
        do throws(FieldProblem) {
            labels.append(classes.number(of: try ClassNames.canonical(text)))
        } catch {
            throw reader.unreadable(field, number: targetColumn + 1, error)
        }
    }

    private func uniteTargets() throws(DatasetError) -> Targets {
        switch kind {
        case .classes:
            guard let first = classes.names.first else { throw .noRows(source: reader.source) }
            guard classes.names.count > 1 else {
                throw .oneTarget(source: reader.source, column: target, value: first)
            }
            return classes.targets(labels: labels)
        case .values:
            guard let first = values.first else { throw .noRows(source: reader.source) }
            guard values.contains(where: { $0 != first }) else {
                throw .oneTarget(source: reader.source, column: target, value: "\(first)")
            }
            return .values(values)
        }
    }
}
