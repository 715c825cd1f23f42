extension Dataset {
    /// Reads a comma-separated file: a header line with column names, then one row per line.
    ///
    /// Every column except the target is a feature with finite numbers. Fields may be quoted.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8.
    ///   - source: the name of the file, for errors.
    ///   - target: the name of the column to predict.
    ///   - kind: whether that column holds classes (whole numbers or words) or numbers.
    /// - Throws: the first error in the file, with its position.
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
        try reader.readHeader()
        let column = try reader.column(named: target)
        guard reader.columnNames.count > 1 else {
            throw .noFeatures(source: source, target: target)
        }
        self.target = target
        targetColumn = column
        self.kind = kind
    }

    mutating func dataset() throws(DatasetError) -> Dataset {
        var fields: [CSVReader.Field] = []
        while try reader.readRecord(into: &fields) {
            try reader.checkCount(of: fields)
            for (column, field) in fields.enumerated() where column != targetColumn {
                rows.append(try reader.number(field, column: column))
            }
            try appendTarget(fields[targetColumn])
        }
        let targets = try uniteTargets()
        var names = reader.columnNames
        names.remove(at: targetColumn)
        return Dataset(
            featureNames: names,
            numbers: FeatureNumbers(rows: rows, featureCount: names.count),
            targets: targets
        )
    }

    private mutating func appendTarget(_ field: CSVReader.Field) throws(DatasetError) {
        guard kind == .classes else {
            values.append(try reader.number(field, column: targetColumn))
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
