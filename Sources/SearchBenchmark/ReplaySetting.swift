package import ScheduleSearch
package import Studies
package import Trials

/// How a search is replayed.
package struct ReplaySetting: Hashable, Sendable {
    /// How schedules are chosen; its seed is replaced by one of each repeat.
    package let search: SearchSettings
    /// Workers, each of which trains one trial at a time.
    package let workers: Int
    /// The number of the repeat: it decides the study's seed and the order of the recorded seeds.
    package let number: Int
    /// Worker seconds that may be spent, all workers and certification together.
    package let computeSeconds: Double
    /// What a network must reach.
    package let target: TargetScore
    /// How the winner is chosen.
    package let certification: CertificationPlan
    /// Whether the search begins at a cell of the repeat, rather than at the base of the space.
    ///
    /// A good default flatters whoever stays near it; this shows what a search finds by itself.
    package let startsAnywhere: Bool

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
