/// How trainings came out that were repeated: the answer of `espalier verify`.
package struct VerificationSummary: Hashable, Codable, Sendable {
    /// Trainings that were repeated.
    package let checked: Int
    /// Those that came out the same, to the last bit.
    package let equal: Int
    /// Those that came out otherwise.
    package let different: Int

    /// Counts trainings that were repeated.
    package init(equal: Int, different: Int) {
        checked = equal + different
        self.equal = equal
        self.different = different
    }

    /// The summary for a person.
    package var line: String { "\(equal) of \(checked) trainings came out the same" }
}
