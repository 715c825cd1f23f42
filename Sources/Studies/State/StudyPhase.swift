/// What a study is doing.
package enum StudyPhase: String, Hashable, Codable, Sendable {
    /// The strategy proposes trials.
    case searching
    /// The best schedules are trained again with fresh seeds.
    case certifying
    /// All work is done.
    case finished
}
