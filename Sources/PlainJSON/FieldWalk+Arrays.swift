/// Fields with arrays.
extension FieldWalk {
    /// Objects with forms of their own.
    ///
    /// - Parameter things: what the array has, such as "points".
    public mutating func forms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Form] {
        let forms = try array(key, values) { walk, value in
            try walk.enclosed { walk in try Form(&walk, value) }
        } next: { walk, value in
            var inner = walk
            if walk.aim == .encoding {
                inner.writtenFields = walk.writtenItems?.nestedContainer(keyedBy: FieldKey.self)
            } else {
                inner.fieldsToRead = try walk.itemsToRead?.nestedContainer(keyedBy: FieldKey.self)
            }
            return try Form(&inner, value)
        }
        try require(forms.count, in: bounds, things, of: key)
        return forms
    }

    /// Objects with forms of their own, in an array that may be missing.
    public mutating func optionalForms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Form]? {
        let isThere =
            switch aim {
            case .writing, .encoding: values != nil
            case .reading: isNextKey(key)
            case .decoding: isPresent(key)
            }
        return isThere ? try forms(key, values, in: bounds, things) : nil
    }

    /// Arrays with forms of their own.
    ///
    /// - Parameter things: what the array has, such as "stages".
    public mutating func rows<Row: PlainRow>(
        _ key: StaticString, _ values: [Row]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Row] {
        let rows = try array(key, values) { walk, value in
            try walk.plainRow(value)
        } next: { walk, value in
            var inner = walk
            if walk.aim == .encoding {
                inner.writtenItems = walk.writtenItems?.nestedUnkeyedContainer()
            } else {
                inner.itemsToRead = try walk.itemsToRead?.nestedUnkeyedContainer()
            }
            return try Row(&inner, value)
        }
        try require(rows.count, in: bounds, things, of: key)
        return rows
    }

    /// Writes an array of rows as plain JSON.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    package static func write<Row: PlainRow>(rows: [Row], capacity: Int) -> [UInt8] {
        var walk = FieldWalk(.writing)
        walk.writer = PlainJSONWriter(capacity: capacity)
        do {
            try walk.enclosed("[", "]") { walk in
                for row in rows { try walk.row(row) }
            }
        } catch {
            preconditionFailure("rows cannot be written: \(error)")
        }
        return walk.writer.bytes
    }

    /// Reads an array of rows of plain JSON, and nothing after it.
    ///
    /// - Throws: `NotPlain` if the text has another form.
    package static func read<Row: PlainRow>(
        rows: Row.Type, from text: [UInt8]
    ) throws -> [Row] {
        var walk = FieldWalk(.reading)
        walk.reader = PlainJSONReader(text)
        let read = try walk.enclosed("[", "]") { walk in
            try walk.items { (walk: inout FieldWalk, row: Row?) in try walk.plainRow(row) }
        }
        try walk.reader.end()
        return read
    }

    private mutating func row<Row: PlainRow>(_ row: Row?) throws {
        try passComma()
        _ = try plainRow(row)
    }

    private mutating func plainRow<Row: PlainRow>(_ row: Row?) throws -> Row {
        try enclosed("[", "]") { walk in try Row(&walk, row) }
    }

    /// - Parameters:
    ///   - plain: walks over an item of plain JSON.
    ///   - next: walks over the next item of Foundation's coders.
    private mutating func array<Item>(
        _ key: StaticString, _ values: [Item]?,
        plain: (inout FieldWalk, Item?) throws -> Item,
        next: (inout FieldWalk, Item?) throws -> Item
    ) throws -> [Item] {
        switch aim {
        case .writing:
            writeKey(key)
            return try enclosed("[", "]") { walk in
                for value in walk.given(values, key) {
                    try walk.passComma()
                    _ = try plain(&walk, value)
                }
                return walk.given(values, key)
            }
        case .reading:
            try passKey(key)
            return try enclosed("[", "]") { walk in try walk.items(plain) }
        case .encoding:
            var inner = self
            inner.writtenItems = writtenFields?.nestedUnkeyedContainer(forKey: FieldKey(key))
            for value in given(values, key) { _ = try next(&inner, value) }
            return given(values, key)
        case .decoding:
            var inner = self
            inner.itemsToRead = try fieldsToRead?.nestedUnkeyedContainer(forKey: FieldKey(key))
            var items: [Item] = []
            while inner.itemsToRead?.isAtEnd == false { items.append(try next(&inner, nil)) }
            return items
        }
    }

    /// The items of an array of plain JSON, up to its closing bracket.
    private mutating func items<Item>(
        _ item: (inout FieldWalk, Item?) throws -> Item
    ) throws -> [Item] {
        var items: [Item] = []
        while !reader.isNext("]") {
            try passComma()
            items.append(try item(&self, nil))
        }
        return items
    }
}
