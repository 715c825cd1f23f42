/// Fields with arrays.
extension FieldWalk {
    /// Objects with forms of their own.
    ///
    /// - Parameter things: what the array has, such as "points".
    @inlinable
    public mutating func forms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Form] {
        let forms =
            hasPlainText
            ? try plainArray(key, values) { walk, value in
                try walk.open("{")
                let form = try Form(&walk, value)
                try walk.close("}")
                return form
            } : try codedForms(key, values)
        try require(forms.count, in: bounds, things, of: key)
        return forms
    }

    /// Objects with forms of their own, in an array that may be missing.
    @inlinable
    public mutating func optionalForms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Form]? {
        isThere(key, isGiven: values != nil) ? try forms(key, values, in: bounds, things) : nil
    }

    /// Arrays with forms of their own.
    ///
    /// - Parameter things: what the array has, such as "stages".
    @inlinable
    public mutating func rows<Row: PlainRow>(
        _ key: StaticString, _ values: [Row]?, in bounds: ClosedRange<Int>, _ things: String
    ) throws -> [Row] {
        let rows =
            hasPlainText
            ? try plainArray(key, values) { walk, value in try walk.plainRow(value) }
            : try codedRows(key, values)
        try require(rows.count, in: bounds, things, of: key)
        return rows
    }

    /// Writes an array of rows as plain JSON.
    ///
    /// - Parameter capacity: number of bytes to reserve.
    @inlinable
    package static func write<Row: PlainRow>(rows: [Row], capacity: Int) -> [UInt8] {
        var walk = FieldWalk(capacity: capacity)
        do {
            try walk.open("[")
            try walk.writeItems(rows) { walk, row in try walk.plainRow(row) }
            try walk.close("]")
        } catch {
            preconditionFailure("rows cannot be written: \(error)")
        }
        return walk.writer.finish()
    }

    /// Reads an array of rows of plain JSON, and nothing after it.
    ///
    /// - Throws: `NotPlain` if the text has another form.
    @inlinable
    package static func read<Row: PlainRow>(
        rows: Row.Type, from text: [UInt8]
    ) throws -> [Row] {
        var walk = FieldWalk(text, checksBounds: false)
        try walk.open("[")
        let rows: [Row] = try walk.readItems { walk, row in try walk.plainRow(row) }
        try walk.close("]")
        try walk.reader.end()
        return rows
    }
}

/// Arrays of plain JSON.
extension FieldWalk {
    @inlinable
    mutating func plainArray<Item>(
        _ key: StaticString, _ values: [Item]?,
        _ item: (inout FieldWalk, Item?) throws -> Item
    ) throws -> [Item] {
        try open("[", of: key)
        let items: [Item]
        if let values {
            try writeItems(values, item)
            items = values
        } else {
            items = try readItems(item)
        }
        try close("]")
        return items
    }

    @inlinable
    mutating func writeItems<Item>(
        _ items: [Item], _ item: (inout FieldWalk, Item?) throws -> Item
    ) throws {
        for index in items.indices {
            try passComma()
            _ = try item(&self, items[index])
        }
    }

    /// Reads the items of an array, up to its closing bracket.
    @inlinable
    mutating func readItems<Item>(
        _ item: (inout FieldWalk, Item?) throws -> Item
    ) throws -> [Item] {
        var items: [Item] = []
        while !reader.isNext("]") {
            try passComma()
            items.append(try item(&self, nil))
        }
        return items
    }

    @inlinable
    mutating func plainRow<Row: PlainRow>(_ value: Row?) throws -> Row {
        try open("[")
        let row = try Row(&self, value)
        try close("]")
        return row
    }
}

/// Arrays in texts of Foundation's coders.
extension FieldWalk {
    @usableFromInline
    mutating func codedForms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?
    ) throws -> [Form] {
        try codedArray(key, values) { walk, value in
            var inner = walk
            if walk.aim == .encoding {
                inner.writtenFields = walk.writtenItems?.nestedContainer(keyedBy: FieldKey.self)
            } else {
                inner.fieldsToRead = try walk.itemsToRead?.nestedContainer(keyedBy: FieldKey.self)
            }
            return try Form(&inner, value)
        }
    }

    @usableFromInline
    mutating func codedRows<Row: PlainRow>(
        _ key: StaticString, _ values: [Row]?
    ) throws -> [Row] {
        try codedArray(key, values) { walk, value in
            var inner = walk
            if walk.aim == .encoding {
                inner.writtenItems = walk.writtenItems?.nestedUnkeyedContainer()
            } else {
                inner.itemsToRead = try walk.itemsToRead?.nestedUnkeyedContainer()
            }
            return try Row(&inner, value)
        }
    }

    private mutating func codedArray<Item>(
        _ key: StaticString, _ values: [Item]?,
        _ next: (inout FieldWalk, Item?) throws -> Item
    ) throws -> [Item] {
        var inner = self
        if aim == .encoding {
            inner.writtenItems = writtenFields?.nestedUnkeyedContainer(forKey: FieldKey(key))
            for value in given(values, key) { _ = try next(&inner, value) }
            return given(values, key)
        }
        inner.itemsToRead = try fieldsToRead?.nestedUnkeyedContainer(forKey: FieldKey(key))
        var items: [Item] = []
        while inner.itemsToRead?.isAtEnd == false { items.append(try next(&inner, nil)) }
        return items
    }
}
