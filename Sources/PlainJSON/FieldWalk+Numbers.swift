/// Fields with a number or a truth value.
extension FieldWalk {
    /// A whole number.
    public mutating func field(
        _ key: StaticString, _ value: Int?, in bounds: ClosedRange<Int>
    ) throws -> Int {
        try bounded(key, value, in: bounds)
    }

    /// A number.
    public mutating func field(
        _ key: StaticString, _ value: Double?, in bounds: ClosedRange<Double>
    ) throws -> Double {
        try bounded(key, value, in: bounds)
    }

    /// A whole number of 64 bits.
    public mutating func field(_ key: StaticString, _ value: UInt64?) throws -> UInt64 {
        try scalar(key, value)
    }

    /// A truth value.
    public mutating func field(_ key: StaticString, _ value: Bool?) throws -> Bool {
        try scalar(key, value)
    }

    /// A whole number that may be missing.
    public mutating func optionalField(
        _ key: StaticString, _ value: Int?, in bounds: ClosedRange<Int>
    ) throws -> Int? {
        try optionallyBounded(key, value, in: bounds)
    }

    /// A number that may be missing.
    public mutating func optionalField(
        _ key: StaticString, _ value: Double?, in bounds: ClosedRange<Double>
    ) throws -> Double? {
        try optionallyBounded(key, value, in: bounds)
    }

    /// A 64-bit number as 16 lower-case hexadecimal digits in quotes.
    public mutating func hexadecimal(_ key: StaticString, _ value: UInt64?) throws -> UInt64 {
        switch aim {
        case .writing:
            let value = Self.given(value, key)
            writeKey(key)
            writer.write(hexadecimal: value)
            return value
        case .reading:
            try passKey(key)
            return try reader.hexadecimal()
        case .encoding, .decoding:
            return try digits(key, value)
        }
    }

    private mutating func digits(_ key: StaticString, _ value: UInt64?) throws -> UInt64 {
        var writer = PlainJSONWriter()
        if let value { writer.write(hexadecimal: value) }
        let quoted = String(decoding: writer.bytes, as: UTF8.self)
        let text = try text(key, value == nil ? nil : String(quoted.dropFirst().dropLast()))
        var reader = PlainJSONReader(Array("\"\(text)\"".utf8))
        guard let number = try? reader.hexadecimal(), (try? reader.end()) != nil else {
            throw FieldBoundsError(
                place: path(of: key), found: text, expected: "16 lower-case hexadecimal digits")
        }
        return number
    }

    private mutating func bounded<Number: PlainScalar & Comparable>(
        _ key: StaticString, _ value: Number?, in bounds: ClosedRange<Number>
    ) throws -> Number {
        let number = try scalar(key, value)
        try require(number, in: bounds, key)
        return number
    }

    private mutating func optionallyBounded<Number: PlainScalar & Comparable>(
        _ key: StaticString, _ value: Number?, in bounds: ClosedRange<Number>
    ) throws -> Number? {
        let number = try optionalScalar(key, value)
        if let number { try require(number, in: bounds, key) }
        return number
    }

    mutating func scalar<Scalar: PlainScalar>(
        _ key: StaticString, _ value: Scalar?
    ) throws -> Scalar {
        switch aim {
        case .writing:
            let value = Self.given(value, key)
            writeKey(key)
            value.write(to: &writer)
            return value
        case .reading:
            try passKey(key)
            return try Scalar(plain: &reader)
        case .encoding, .decoding: return try codedField(key, value)
        }
    }

    private mutating func optionalScalar<Scalar: PlainScalar>(
        _ key: StaticString, _ value: Scalar?
    ) throws -> Scalar? {
        switch aim {
        case .writing, .encoding: return value == nil ? nil : try scalar(key, value)
        case .reading: return takeKey(key) ? try Scalar(plain: &reader) : nil
        case .decoding: return try decodedField(key)
        }
    }
}

/// Items with a number or a truth value.
extension FieldWalk {
    /// A whole number.
    public mutating func item(_ value: Int?, in bounds: ClosedRange<Int>) throws -> Int {
        let place = coders?.itemsToRead?.codingPath
        let index = coders?.itemsToRead?.currentIndex ?? 0
        let number = try scalarItem(value)
        guard aim == .reading || aim == .decoding, checksBounds, !bounds.contains(number) else {
            return number
        }
        throw outOfBounds(
            number, bounds, FieldBoundsError.text(of: place ?? []) + "[\(index)]")
    }

    /// A number.
    public mutating func item(_ value: Double?) throws -> Double { try scalarItem(value) }

    /// A truth value.
    public mutating func item(_ value: Bool?) throws -> Bool { try scalarItem(value) }

    private mutating func scalarItem<Scalar: PlainScalar>(_ value: Scalar?) throws -> Scalar {
        switch aim {
        case .writing:
            let value = Self.given(value)
            try passComma()
            value.write(to: &writer)
            return value
        case .reading:
            try passComma()
            return try Scalar(plain: &reader)
        case .encoding, .decoding:
            if let read = try coders?.itemsToRead?.decode(Scalar.self) { return read }
            let value = Self.given(value)
            try coders?.writtenItems?.encode(value)
            return value
        }
    }
}

/// Bounds.
extension FieldWalk {
    /// Refuses a number that was read and is out of bounds.
    ///
    /// Comparisons with NaN are false, so finite bounds also refuse NaN.
    package mutating func require<Number: Comparable>(
        _ number: Number, in bounds: ClosedRange<Number>, _ key: StaticString
    ) throws {
        guard checksBounds, !bounds.contains(number) else { return }
        throw outOfBounds(number, bounds, path(of: key))
    }

    /// Refuses a count that is out of bounds.
    ///
    /// - Parameter things: what was counted in the field, such as "characters".
    @usableFromInline
    package mutating func require(
        _ count: Int, in bounds: ClosedRange<Int>, _ things: String, of key: StaticString
    ) throws {
        guard checksBounds, !bounds.contains(count) else { return }
        throw outOfBounds(count, bounds, "\(things) of \(path(of: key))")
    }

    /// In plain JSON, the slower reader tells where the number stands.
    private func outOfBounds<Number: Comparable>(
        _ number: Number, _ bounds: ClosedRange<Number>, _ place: String
    ) -> any Error {
        guard aim == .decoding else { return NotPlain() }
        return FieldBoundsError(
            place: place, found: "\(number)",
            expected: "\(bounds.lowerBound) to \(bounds.upperBound)")
    }

    func path(of key: StaticString) -> String {
        FieldBoundsError.text(of: (coders?.fieldsToRead?.codingPath ?? []) + [FieldKey(key)])
    }
}
