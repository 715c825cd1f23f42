import ClusterSimulation
import Testing

/// A checker that finds no violation proves nothing: so each mistake is planted on purpose.
@Suite struct PlantedBugTests {
    @Test(arguments: PlantedBug.allCases)
    func `a planted mistake is found by one of some seeds`(bug: PlantedBug) {
        for seed in UInt64(1)...200 {
            var setting = RunSetting(seed: seed, level: .hostile)
            setting.planted = bug
            var run = ClusterRun(setting)
            guard let violation = run.run().violation else { continue }
            #expect(promises(bug).contains(violation.promise), "seed \(seed): \(violation)")
            var again = ClusterRun(setting)
            #expect(again.run().violation == violation)
            return
        }
        Issue.record("no seed of 200 finds \(bug)")
    }

    private func promises(_ bug: PlantedBug) -> [Violation.Promise] {
        switch bug {
        case .acknowledgesEarly: [.keepsReports]
        case .leasesEarly: [.recordsFirst, .fencesLeases]
        case .dropsFence: [.expiresLeases]
        case .forgetsLatest: [.replays]
        case .keepsSilent: [.ends]
        }
    }
}
