/// The seeds that found a mistake in the coordinator or the worker's session.
package enum RegressionSeeds {
    /// All of them, oldest first.
    package static let all: [RegressionSeed] = [
        RegressionSeed(
            setting: RunSetting(seed: 2, level: .calm),
            lesson: """
                A worker that was asked to leave dropped what waited, so its leases expired and \
                came back to it until their trials were given up.
                """),
        RegressionSeed(
            setting: RunSetting(seed: 23, level: .lossy),
            lesson: """
                A worker that did not hear that the study was over went on forever, because it was \
                told once only.
                """),
        RegressionSeed(
            setting: RunSetting(seed: 4, level: .lossy),
            lesson: """
                A worker that hung got the trials back that it had just lost, until they were \
                given up, while others could have trained them.
                """),
        RegressionSeed(
            setting: RunSetting(seed: 1, level: .lossy),
            lesson: """
                A worker whose trial was settled by a late report of another one got nothing in \
                its place, and could idle to the end of the search.
                """),
        RegressionSeed(
            setting: RunSetting(seed: 157, level: .hostile),
            lesson: """
                A worker that came back as another process lost the last trial of the search, \
                which was given up; only it got work of the certification that began with that.
                """),
    ]
}
