/// How simulated clusters kept their promises: the answer of `espalier simulate`.
///
/// JSON has the counts that a script needs; people are also told how the clusters fared.
package struct SimulationSummary: Hashable, Encodable, Sendable {
    /// Clusters, one for each seed.
    package let seeds: Int
    /// Trials that are over, of all clusters.
    package let trials: Int
    /// Clusters that broke a promise.
    package let violations: Int
    /// How the clusters fared.
    package let course: Course

    /// What happened in all clusters together.
    package struct Course: Hashable, Sendable {
        /// Trials that were given up.
        package let abandoned: Int
        /// Processes of coordinators.
        package let coordinators: Int
        /// Processes of workers.
        package let workers: Int
        /// Events that happened.
        package let steps: Int
        /// Virtual time of the cluster that took longest (s).
        package let longestSeconds: Double
        /// Time by the clock of the whole simulation (s).
        package let wallSeconds: Double

        /// Sums up what happened.
        package init(
            abandoned: Int, coordinators: Int, workers: Int, steps: Int, longestSeconds: Double,
            wallSeconds: Double
        ) {
            self.abandoned = abandoned
            self.coordinators = coordinators
            self.workers = workers
            self.steps = steps
            self.longestSeconds = longestSeconds
            self.wallSeconds = wallSeconds
        }
    }

    /// Sums up a simulation.
    package init(seeds: Int, trials: Int, violations: Int, course: Course) {
        self.seeds = seeds
        self.trials = trials
        self.violations = violations
        self.course = course
    }

    /// The lines that show the summary to the user.
    package var lines: [String] {
        [
            """
            \(seeds) seeds, \(trials) trials over (\(course.abandoned) given up), \
            \(violations) violations in \(Figure.time(course.wallSeconds))
            """,
            """
            \(course.coordinators) processes of coordinators and \(course.workers) of workers, \
            \(course.steps) events, longest run \(Figure.time(course.longestSeconds))
            """,
        ]
    }

    private enum CodingKeys: String, CodingKey {
        case seeds, trials, violations
    }
}
