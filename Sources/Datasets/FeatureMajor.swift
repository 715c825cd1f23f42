/// Turns rows of features into features of rows, as networks read them.
///
/// - Parameter rows: shape `[row × feature]`.
/// - Returns: shape `[feature × row]`.
/// - Complexity: O(count); in square blocks, so that both sides stay in the cache.
func featureMajor<Value: Numeric>(_ rows: [Value], featureCount: Int) -> [Value] {
    guard featureCount > 0 else { return [] }
    let rowCount = rows.count / featureCount
    precondition(
        rows.count == rowCount * featureCount,
        "\(rows.count) values are not rows of \(featureCount) features"
    )
    var features = [Value](repeating: 0, count: rows.count)
    let block = 32
    for firstRow in stride(from: 0, to: rowCount, by: block) {
        let lastRow = min(firstRow + block, rowCount)
        for firstFeature in stride(from: 0, to: featureCount, by: block) {
            for feature in firstFeature..<min(firstFeature + block, featureCount) {
                for row in firstRow..<lastRow {
                    features[feature * rowCount + row] = rows[row * featureCount + feature]
                }
            }
        }
    }
    return features
}
