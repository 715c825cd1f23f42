internal import RowStorage

extension Dataset {
    /// Writes the dataset in its canonical form, from which the digest is computed.
    ///
    /// - Complexity: O(values).
    public func canonicalBytes() -> [UInt8] {
        let code: CanonicalForm.FeatureCode =
            if case .bytes = numbers { .bytes } else { .floats }
        var writer = CanonicalWriter()
        writer.bytes.reserveCapacity(numbers.count * (code == .bytes ? 1 : 4) + rowCount * 4)
        writer.bytes += CanonicalForm.magic + [CanonicalForm.version]
        let target: CanonicalForm.TargetCode = targets.kind == .classes ? .classes : .values
        writer.bytes += [target.rawValue, code.rawValue]
        for count in [
            featureNames.count, rowCount, providedValidation.lowerBound,
            providedValidation.upperBound, providedTest.lowerBound, providedTest.upperBound,
        ] {
            writer.append(count)
        }
        for name in featureNames { writer.append(name) }
        switch targets {
        case .classes(let labels, let names):
            writer.append(names.count)
            for name in names { writer.append(name) }
            for label in labels { writer.append(UInt32(label)) }
        case .values(let values, let width):
            for value in Targets.single(values, width: width) { writer.append(value.bitPattern) }
        }
        switch numbers {
        case .bytes(let bytes):
            let columns = bytes.withSpan { FeatureNumbers.transposed($0, rows: rowCount) }
            columns.withSpan { for position in $0.indices { writer.bytes.append($0[position]) } }
        case .floats(let floats):
            floats.withSpan { for place in $0.indices { writer.append($0[place].bitPattern) } }
        }
        return writer.bytes
    }

    /// Reads a dataset from its canonical form; refuses all bytes that `canonicalBytes()` cannot
    /// write.
    ///
    /// A length is used only after checking that its bytes exist.
    ///
    /// - Complexity: O(bytes).
    public init(canonicalBytes bytes: [UInt8]) throws(DatasetError) {
        var reader = CanonicalReader(bytes)
        self = try reader.dataset()
    }
}

/// Writes the parts of the canonical form.
private struct CanonicalWriter {
    var bytes: [UInt8] = []

    mutating func append(_ number: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: number))
        bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        bytes.append(UInt8(truncatingIfNeeded: number >> 16))
        bytes.append(UInt8(truncatingIfNeeded: number >> 24))
    }

    mutating func append(_ count: Int) {
        append(UInt32(count))
    }

    mutating func append(_ name: String) {
        append(name.utf8.count)
        bytes += name.utf8
    }
}
