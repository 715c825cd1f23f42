/// What a study is busy with.
package enum StudyPhase: String, Hashable, Sendable {
    /// The strategy proposes trials.
    case searching
    /// The best schedules are trained again with fresh seeds.
    case certifying
    /// Nothing is left to do.
    case finished
}
