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
            ? try plainArray(key, values) { walk, value in try walk.plainForm(value) }
            : try codedForms(key, values)
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
    mutating func plainForm<Form: PlainForm>(_ value: Form?) throws -> Form {
        try open("{")
        let form = try Form(&self, value)
        try close("}")
        return form
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
    func codedForms<Form: PlainForm>(
        _ key: StaticString, _ values: [Form]?
    ) throws -> [Form] {
        try codedArray(key, values) { items in
            var walk = FieldWalk(
                fields: try items.nestedContainer(keyedBy: FieldKey.self),
                checksBounds: checksBounds)
            return try Form(&walk, nil)
        } write: { items, value in
            var walk = FieldWalk(writing: items.nestedContainer(keyedBy: FieldKey.self))
            _ = try Form(&walk, value)
        }
    }

    @usableFromInline
    func codedRows<Row: PlainRow>(
        _ key: StaticString, _ values: [Row]?
    ) throws -> [Row] {
        try codedArray(key, values) { items in
            var walk = FieldWalk(
                items: try items.nestedUnkeyedContainer(), checksBounds: checksBounds)
            return try Row(&walk, nil)
        } write: { items, value in
            var walk = FieldWalk(listing: items.nestedUnkeyedContainer())
            _ = try Row(&walk, value)
        }
    }

    private func codedArray<Item>(
        _ key: StaticString, _ values: [Item]?,
        read: (inout any UnkeyedDecodingContainer) throws -> Item,
        write: (inout any UnkeyedEncodingContainer, Item) throws -> Void
    ) throws -> [Item] {
        if var items = try coders?.fieldsToRead?.nestedUnkeyedContainer(forKey: FieldKey(key)) {
            var found: [Item] = []
            while !items.isAtEnd { found.append(try read(&items)) }
            return found
        }
        let values = Self.given(values, key)
        if var items = coders?.writtenFields?.nestedUnkeyedContainer(forKey: FieldKey(key)) {
            for value in values { try write(&items, value) }
        }
        return values
    }
}
