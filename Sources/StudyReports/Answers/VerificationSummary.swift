/// How repeated trainings came out: the answer of `espalier verify`.
package struct VerificationSummary: Hashable, Codable, Sendable {
    /// Trainings that were repeated.
    package let checked: Int
    /// Those that came out the same, to the last bit.
    package let equal: Int
    /// Trainings that came out different.
    package let different: Int

    /// Counts repeated trainings.
    package init(equal: Int, different: Int) {
        checked = equal + different
        self.equal = equal
        self.different = different
    }

    /// The line that shows the summary to the user.
    package var line: String { "\(equal) of \(checked) trainings came out the same" }
}
