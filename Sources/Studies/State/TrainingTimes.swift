/// The processor time that a training of a study usually takes.
///
/// It is the median of the latest trainings of the search that reached the target, because a few
/// may take a hundred times as long as others. Once trainings with fresh seeds are over, it is
/// their mean: finalists may take longer than others.
struct TrainingTimes: Hashable, Sendable {
    /// Number of trainings for the median.
    private static let memory = 63
    /// Number of trainings with fresh seeds for the mean.
    private static let leastCertifications = 2

    /// Processor times of hits of the search, oldest first (s).
    private var hits: [Double] = []
    private var certifications = 0
    private var certificationSeconds = 0.0

    /// The usual time (s); 0 if none is known.
    private(set) var usual = 0.0

    /// Adds a training.
    ///
    /// - Complexity: O(1): at most 63 numbers are sorted.
    mutating func note(seconds: Double, isReached: Bool, isOfSearch: Bool) {
        if !isOfSearch {
            certifications += 1
            certificationSeconds += seconds
        } else if isReached {
            if hits.count == Self.memory { hits.removeFirst() }
            hits.append(seconds)
        }
        usual =
            certifications >= Self.leastCertifications
            ? certificationSeconds / Double(certifications)
            : hits.isEmpty ? 0 : hits.sorted()[(hits.count - 1) / 2]
    }
}
