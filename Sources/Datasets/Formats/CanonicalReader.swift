/// Reads the canonical form of a dataset and checks everything.
struct CanonicalReader {
    private var cursor: ByteCursor

    init(_ bytes: [UInt8]) {
        cursor = ByteCursor(bytes, source: "canonical dataset")
    }

    mutating func dataset() throws(DatasetError) -> Dataset {
        try takeMark()
        let kind = try takeCode("target code") { CanonicalForm.TargetCode(rawValue: $0) }
        let code = try takeCode("feature code") { CanonicalForm.FeatureCode(rawValue: $0) }
        let featureCount = try takeCount("the number of features")
        let rowCount = try takeCount("the number of rows")
        let validation = try takeRange(below: rowCount)
        let test = try takeRange(below: rowCount)
        guard !validation.overlaps(test) else {
            throw cursor.malformed(
                found: "rows set aside for validation and test",
                expected: "rows set aside once",
                back: 8
            )
        }
        let names = try takeNames(featureCount)
        try checkDistinct(names)
        let targets = try takeTargets(kind, rowCount: rowCount)
        let features = try takeFeatures(code, featureCount: featureCount, rowCount: rowCount)
        guard cursor.remaining == 0 else {
            throw cursor.malformed(
                found: "\(cursor.remaining) more bytes",
                expected: "the end of the file"
            )
        }
        return Dataset(
            featureNames: names,
            numbers: features,
            targets: targets,
            providedValidation: validation,
            providedTest: test
        )
    }

    private mutating func takeMark() throws(DatasetError) {
        let mark = try cursor.take(CanonicalForm.magic.count, "the mark ESPD")
        guard mark.elementsEqual(CanonicalForm.magic) else {
            throw cursor.malformed(
                found: "\(Array(mark))",
                expected: "the mark ESPD",
                back: mark.count
            )
        }
        let version = try cursor.takeByte("a version")
        guard version == CanonicalForm.version else {
            throw cursor.malformed(
                found: "version \(version)",
                expected: "version \(CanonicalForm.version)",
                back: 1
            )
        }
    }

    private mutating func takeCode<Code>(
        _ name: String,
        _ code: (UInt8) -> Code?
    ) throws(DatasetError) -> Code {
        let byte = try cursor.takeByte(name)
        guard let code = code(byte) else {
            throw cursor.malformed(found: "\(name) \(byte)", expected: "0 or 1", back: 1)
        }
        return code
    }

    private mutating func takeCount(_ expected: String) throws(DatasetError) -> Int {
        Int(try cursor.takeLittleEndian(expected))
    }

    private mutating func takeRange(below rowCount: Int) throws(DatasetError) -> Range<Int> {
        let lower = try takeCount("the first row set aside")
        let upper = try takeCount("the end of the rows set aside")
        guard lower <= upper, upper <= rowCount else {
            throw cursor.malformed(
                found: "rows \(lower) to \(upper)",
                expected: "a range within \(rowCount) rows",
                back: 8
            )
        }
        return lower..<upper
    }

    private mutating func takeNames(_ count: Int) throws(DatasetError) -> [String] {
        try checkRoom(count, of: 4, "\(count) names")
        var names: [String] = []
        for _ in 0..<count {
            let length = try takeCount("the length of a name")
            let bytes = try cursor.take(length, "a name of \(length) bytes")
            guard let name = String(validating: bytes, as: UTF8.self) else {
                throw cursor.malformed(
                    found: "\(Array(bytes.prefix(40)))",
                    expected: "a name in UTF-8",
                    back: length
                )
            }
            names.append(name)
        }
        return names
    }

    private func checkDistinct(_ names: [String]) throws(DatasetError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw cursor.malformed(
                found: "the name \"\(name.prefix(40))\" twice",
                expected: "names that differ"
            )
        }
    }

    private mutating func takeTargets(
        _ kind: CanonicalForm.TargetCode,
        rowCount: Int
    ) throws(DatasetError) -> Targets {
        switch kind {
        case .classes:
            let names = try takeNames(try takeCount("the number of classes"))
            try checkDistinct(names)
            let precedes = ClassNames.order(names)
            guard zip(names, names.dropFirst()).allSatisfy(precedes) else {
                throw cursor.malformed(found: "class names out of order", expected: "them sorted")
            }
            return .classes(
                labels: try takeLabels(rowCount, classCount: names.count),
                names: names
            )
        case .values:
            return .values(try takeFloats(rowCount, "targets"))
        }
    }

    private mutating func takeLabels(
        _ count: Int,
        classCount: Int
    ) throws(DatasetError) -> [Int32] {
        try checkRoom(count, of: 4, "\(count) labels")
        var labels: [Int32] = []
        labels.reserveCapacity(count)
        for _ in 0..<count {
            let label = try cursor.takeLittleEndian("a label")
            guard label < classCount, let index = Int32(exactly: label) else {
                throw cursor.malformed(
                    found: "label \(label)",
                    expected: "one below \(classCount)",
                    back: 4
                )
            }
            labels.append(index)
        }
        return labels
    }

    private mutating func takeFeatures(
        _ code: CanonicalForm.FeatureCode,
        featureCount: Int,
        rowCount: Int
    ) throws(DatasetError) -> FeatureNumbers {
        let (count, overflow) = featureCount.multipliedReportingOverflow(by: rowCount)
        guard !overflow else {
            throw cursor.malformed(
                found: "\(featureCount) features × \(rowCount) rows",
                expected: "a shape that memory can hold"
            )
        }
        switch code {
        case .bytes:
            let columns = try cursor.take(count, "\(count) features of one byte")
            return .bytes(FeatureNumbers.transposed(columns.span, rows: featureCount))
        case .floats:
            let start = cursor.offset
            let features = try takeFloats(count, "features")
            let numbers = FeatureNumbers(features: features, featureCount: featureCount)
            guard case .floats = numbers else {
                throw cursor.malformed(
                    found: "whole numbers in 0…255 of four bytes each",
                    expected: "one byte each, by feature code 0",
                    back: cursor.offset - start
                )
            }
            return numbers
        }
    }

    private mutating func takeFloats(
        _ count: Int,
        _ what: String
    ) throws(DatasetError) -> [Float] {
        try checkRoom(count, of: 4, "\(count) \(what) of four bytes")
        var floats: [Float] = []
        floats.reserveCapacity(count)
        for _ in 0..<count {
            let float = Float(bitPattern: try cursor.takeLittleEndian("one of the \(what)"))
            guard float.isFinite else {
                throw cursor.malformed(found: "\(float)", expected: "a finite number", back: 4)
            }
            floats.append(float)
        }
        return floats
    }

    /// Checks that enough bytes follow for this many items, before memory is allocated.
    private func checkRoom(
        _ count: Int,
        of size: Int,
        _ expected: String
    ) throws(DatasetError) {
        guard count <= cursor.remaining / size else {
            throw cursor.malformed(
                found: "\(cursor.remaining) more bytes",
                expected: expected
            )
        }
    }
}
