/// Counts the single-character changes, and swaps of neighbours, that turn one word into another.
///
/// Source: the optimal string alignment distance; Damerau, "A technique for computer detection and
/// correction of spelling errors", Communications of the ACM 7 (1964).
///
/// - Complexity: O(product of the lengths).
func editDistance(_ first: String, _ second: String) -> Int {
    let left = Array(first.utf8)
    let right = Array(second.utf8)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            var distance = min(
                last[column + 1] + 1,
                current[column] + 1,
                last[column] + (left[row] == right[column] ? 0 : 1)
            )
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
