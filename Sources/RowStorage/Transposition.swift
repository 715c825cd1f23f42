/// Transposes `[row × column]` to `[column × row]`.
///
/// Generic code is inlined where the element is known; elsewhere it would look the element's type
/// up for each number.
///
/// - Parameters:
///   - matrix: as many whole rows as `rows` says.
///   - result: takes as many numbers.
/// - Complexity: O(numbers); in square tiles, so that both sides stay in the cache.
@inlinable
public func transpose<Number: BitwiseCopyable>(
    _ matrix: Span<Number>, rows: Int, into result: inout MutableSpan<Number>
) {
    let columns = rows > 0 ? matrix.count / rows : 0
    precondition(
        matrix.count == rows * columns && result.count == matrix.count,
        "\(matrix.count) numbers are not \(rows) rows, or not the \(result.count) wanted")
    // A cache line at least on either side.
    let tile = max(32, 64 / MemoryLayout<Number>.stride)
    for top in stride(from: 0, to: rows, by: tile) {
        for left in stride(from: 0, to: columns, by: tile) {
            for column in left..<min(left + tile, columns) {
                for row in top..<min(top + tile, rows) {
                    result[column * rows + row] = matrix[row * columns + column]
                }
            }
        }
    }
}
