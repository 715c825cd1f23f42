internal import CSparseKernels
internal import RowStorage

extension Workspace {
    /// Copies the features of some rows to the inputs of a block; other columns become 0.
    ///
    /// - Parameter everyInput: whether to include inputs without connections.
    /// - Complexity: O(inputs · width).
    func gather(
        _ selection: RowSelection,
        from table: RowTable,
        block: Int = 0,
        everyInput: Bool = false
    ) {
        precondition(selection.count <= width, "\(selection.count) rows in \(width) columns")
        unsafe pass.values = values.pointer + block * nodeCount * width
        unsafe pass.deltas = deltas.pointer + block * nodeCount * width
        let inputs = everyInput ? allInputs : usedInputs
        switch (table.numbers, selection) {
        case (.byFeature(let features), .consecutive(let range)):
            copy(range, to: inputs, from: features, rowCount: table.rowCount)
        case (.byFeature(let features), .ordered):
            unsafe features.withUnsafeBufferPointer { features in
                guard let first = features.baseAddress else { return }
                let strides = (input: table.rowCount, row: 1)
                unsafe pick(name(selection), for: inputs, from: first, strides: strides)
            }
        case (.byRow(let features), _):
            unsafe features.withUnsafePointer { first in
                let strides = (input: 1, row: table.featureCount)
                unsafe pick(name(selection), for: inputs, from: first, strides: strides)
            }
        case (.bytes(let bytes), _):
            scale(name(selection, within: bytes.selection), for: inputs, from: bytes)
        }
    }

    /// Stores the numbers of the selected rows, and returns how many there are.
    private func name(_ selection: RowSelection) -> Int {
        switch selection {
        case .consecutive(let range):
            for (column, row) in range.enumerated() { rows[column] = Int32(row) }
        case .ordered(let order, let range):
            for column in 0..<range.count { rows[column] = order[range.lowerBound + column] }
        }
        return selection.count
    }

    private func name(_ selection: RowSelection, within whole: [Int32]) -> Int {
        let count = name(selection)
        for column in 0..<count { rows[column] = whole[Int(rows[column])] }
        return count
    }

    private func copy(
        _ range: Range<Int>, to inputs: [Int], from features: [Float], rowCount: Int
    ) {
        unsafe features.withUnsafeBufferPointer { features in
            guard let first = features.baseAddress else { return }
            for input in inputs {
                let column = unsafe first + input * rowCount + range.lowerBound
                let destination = unsafe pass.values + input * width
                unsafe destination.update(from: column, count: range.count)
                unsafe (destination + range.count).update(repeating: 0, count: width - range.count)
            }
        }
    }

    private func pick(
        _ count: Int, for inputs: [Int], from first: UnsafePointer<Float>,
        strides: (input: Int, row: Int)
    ) {
        for input in inputs {
            unsafe sparse_gather(
                first + input * strides.input,
                rows.pointer,
                Int64(strides.row),
                Int32(count),
                Int32(width),
                pass.values + input * width
            )
        }
    }

    private func scale(_ count: Int, for inputs: [Int], from rows: ByteRows) {
        unsafe rows.table.withUnsafePointer { bytes in
            unsafe rows.scales.withUnsafeBufferPointer { scales in
                unsafe rows.offsets.withUnsafeBufferPointer { offsets in
                    guard let scales = scales.baseAddress, let offsets = offsets.baseAddress else {
                        return
                    }
                    var table = unsafe sparse_bytes(
                        bytes: bytes, feature_count: Int64(rows.featureCount), scales: scales,
                        offsets: offsets, clip: rows.clip)
                    unsafe kernels.pointee.gather_bytes(
                        &table, self.rows.pointer, Int32(count), inputs, Int64(inputs.count),
                        Int32(width), pass.values)
                }
            }
        }
    }
}
