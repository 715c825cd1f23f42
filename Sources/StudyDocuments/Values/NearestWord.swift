/// Finds the known word that was probably meant; `nil` if none is near enough.
func nearestWord(to word: String, among known: [String]) -> String? {
    let distances = known.map { (word: $0, distance: editDistance(word, $0)) }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return nearest.distance <= max(2, word.utf8.count / 3) ? nearest.word : nil
}
