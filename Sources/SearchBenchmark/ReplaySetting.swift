package import ScheduleSearch
package import Studies
package import Trials

/// The settings of a replayed search.
package struct ReplaySetting: Hashable, Sendable {
    /// How schedules are chosen; each repeat replaces the seed by its own.
    package let search: SearchSettings
    /// Number of workers, each of which trains one trial at a time.
    package let workers: Int
    /// Number of the repeat; it determines the study's seed and the order of the recorded seeds.
    package let number: Int
    /// Most worker seconds that may be spent, by all workers, including certification.
    package let computeSeconds: Double
    /// The score that a network must reach.
    package let target: TargetScore
    /// How the winner is chosen.
    package let certification: CertificationPlan
    /// Whether the search starts at a cell that depends on the repeat, not at the base of the
    /// space.
    ///
    /// A search that stays near a good default looks good without finding anything; starting
    /// elsewhere shows what it finds by itself.
    package let startsAnywhere: Bool

    /// Fixes what is replayed.
    package init(
        search: SearchSettings, workers: Int, number: Int, computeSeconds: Double,
        target: TargetScore, certification: CertificationPlan, startsAnywhere: Bool = false
    ) {
        self.search = search
        self.workers = workers
        self.number = number
        self.computeSeconds = computeSeconds
        self.target = target
        self.certification = certification
        self.startsAnywhere = startsAnywhere
    }
}
