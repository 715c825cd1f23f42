internal import RowStorage

extension Dataset {
    /// Reads a pair of IDX files, such as those of MNIST: items, and one label for each item.
    ///
    /// Features are named `pixel_r_c` if items have two dimensions, otherwise `feature_n`. Labels
    /// are whole numbers for classes, and any numbers for values.
    ///
    /// Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits" (1998), the
    /// IDX file format.
    ///
    /// - Parameters:
    ///   - items: the file of items, shape `[row × …]`.
    ///   - source: the name of the file of items, for errors.
    ///   - labels: the file of labels, shape `[row]`.
    ///   - labelSource: the name of the file of labels, for errors.
    ///   - kind: whether the labels are classes or values.
    /// - Complexity: O(bytes).
    public init(
        idx items: [UInt8],
        source: String,
        labels: [UInt8],
        labelSource: String,
        kind: TargetKind = .classes
    ) throws(DatasetError) {
        let items = try IDXFile(items, source: source)
        let labels = try IDXFile(labels, source: labelSource)
        guard let rowCount = items.shape.first, rowCount > 0 else {
            throw .noRows(source: source)
        }
        let targets = try labels.targets(kind)
        guard labels.shape[0] == rowCount else {
            throw .labelCountMismatch(
                items: source,
                itemCount: rowCount,
                labels: labelSource,
                labelCount: labels.shape[0]
            )
        }
        let names = items.featureNames
        guard !names.isEmpty else { throw .noFeatures(source: source, target: labelSource) }
        self.init(
            featureNames: names,
            numbers: try items.numbers(featureCount: names.count),
            targets: targets
        )
    }
}

/// The number type of an IDX file; the raw value is the third byte of the file.
private enum IDXNumberType: UInt8, CaseIterable {
    case unsignedByte = 0x08
    case signedByte = 0x09
    case short = 0x0B
    case int = 0x0C
    case float = 0x0D
    case double = 0x0E

    var byteCount: Int {
        switch self {
        case .unsignedByte, .signedByte: 1
        case .short: 2
        case .int, .float: 4
        case .double: 8
        }
    }

    var isInteger: Bool { self != .float && self != .double }

    /// Converts bits, right-aligned, to a number.
    func number(_ bits: UInt64) -> Double {
        switch self {
        case .unsignedByte: Double(bits)
        case .signedByte: Double(Int8(truncatingIfNeeded: bits))
        case .short: Double(Int16(truncatingIfNeeded: bits))
        case .int: Double(Int32(truncatingIfNeeded: bits))
        case .float: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case .double: Double(bitPattern: bits)
        }
    }
}

/// An IDX file: a header with type and shape, then the numbers; the last index varies fastest.
private struct IDXFile {
    private let source: String
    private let type: IDXNumberType
    /// The size of each dimension; there is at least one.
    let shape: [Int]
    private let body: ArraySlice<UInt8>

    init(_ bytes: [UInt8], source: String) throws(DatasetError) {
        self.source = source
        var cursor = ByteCursor(bytes, source: source)
        guard cursor.remaining > 0 else { throw .empty(source: source) }
        type = try Self.takeType(&cursor)
        shape = try Self.takeShape(&cursor)
        guard let byteCount = product(shape + [type.byteCount]) else {
            throw cursor.malformed(
                found: "a shape of \(shape)",
                expected: "one that memory can hold",
                back: 4 * shape.count
            )
        }
        let rest = cursor.remaining
        guard byteCount == rest else {
            throw cursor.malformed(
                found: "\(rest) more bytes",
                expected: "\(byteCount) for a shape of \(shape), \(type.byteCount) a number"
            )
        }
        body = try cursor.take(byteCount, "numbers")
    }

    /// The names of the features; an empty list if an item is empty.
    var featureNames: [String] {
        // A size of 0 is checked first, because other sizes could be too large to name their
        // features.
        guard !shape.contains(0) else { return [] }
        if shape.count == 3 {
            return (0..<shape[1]).flatMap { row in
                (0..<shape[2]).map { "pixel_\(row)_\($0)" }
            }
        }
        return (0..<shape.dropFirst().reduce(1, *)).map { "feature_\($0)" }
    }

    /// The numbers, in the smallest form.
    func numbers(featureCount: Int) throws(DatasetError) -> FeatureNumbers {
        // The file already has rows of bytes in the required form.
        if type == .unsignedByte { return .bytes(SharedRows(Array(body))) }
        return FeatureNumbers(rows: try floats(), featureCount: featureCount)
    }

    /// Reads labels.
    func targets(_ kind: TargetKind) throws(DatasetError) -> Targets {
        guard shape.count == 1 else {
            throw malformed(
                at: 3,
                found: "\(shape.count) dimensions",
                expected: "1, as this file holds labels"
            )
        }
        guard shape[0] > 0 else { throw .noRows(source: source) }
        guard kind == .classes else { return try valueTargets() }
        guard type.isInteger else {
            throw malformed(at: 2, found: "fractions", expected: "whole numbers as classes")
        }
        var classes = ClassNumbering()
        let labels = (0..<shape[0]).map { classes.number(of: String(Int(number($0)))) }
        guard classes.names.count > 1 else {
            throw .oneTarget(source: source, column: "label", value: classes.names[0])
        }
        return classes.targets(labels: labels)
    }

    private func valueTargets() throws(DatasetError) -> Targets {
        let values = try floats()
        guard values.contains(where: { $0 != values[0] }) else {
            throw .oneTarget(source: source, column: "label", value: "\(values[0])")
        }
        return .values(values)
    }

    private func floats() throws(DatasetError) -> [Float] {
        var floats: [Float] = []
        floats.reserveCapacity(body.count / type.byteCount)
        for index in 0..<(body.count / type.byteCount) {
            let value = Float(number(index))
            guard value.isFinite else {
                throw malformed(
                    at: headerCount + index * type.byteCount,
                    found: "\(number(index))",
                    expected: "a finite number within ±3.4e38"
                )
            }
            floats.append(value)
        }
        return floats
    }

    private func number(_ index: Int) -> Double {
        let start = body.startIndex + index * type.byteCount
        var bits: UInt64 = 0
        for byte in body[start..<(start + type.byteCount)] { bits = bits << 8 | UInt64(byte) }
        return type.number(bits)
    }

    private var headerCount: Int { 4 + 4 * shape.count }

    private func malformed(at offset: Int, found: String, expected: String) -> DatasetError {
        .malformedBinary(source: source, offset: offset, found: found, expected: expected)
    }

    private static func takeType(_ cursor: inout ByteCursor) throws(DatasetError) -> IDXNumberType {
        for _ in 0..<2 {
            let byte = try cursor.takeByte("a zero of the IDX mark")
            guard byte == 0 else {
                throw cursor.malformed(
                    found: "\(byte)",
                    expected: "the 0 that IDX files start with",
                    back: 1
                )
            }
        }
        let code = try cursor.takeByte("the number type")
        guard let type = IDXNumberType(rawValue: code) else {
            let known = IDXNumberType.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
            throw cursor.malformed(
                found: "number type \(code)",
                expected: "one of \(known)",
                back: 1
            )
        }
        return type
    }

    private static func takeShape(_ cursor: inout ByteCursor) throws(DatasetError) -> [Int] {
        let count = try cursor.takeByte("the number of dimensions")
        guard count > 0 else {
            throw cursor.malformed(found: "0 dimensions", expected: "at least 1", back: 1)
        }
        var shape: [Int] = []
        for _ in 0..<count {
            shape.append(Int(try cursor.takeBigEndian("the extent of a dimension")))
        }
        return shape
    }
}

/// The product of factors; `nil` if it overflows.
private func product(_ factors: [Int]) -> Int? {
    var product = 1
    for factor in factors {
        let step = product.multipliedReportingOverflow(by: factor)
        guard !step.overflow else { return nil }
        product = step.partialValue
    }
    return product
}
