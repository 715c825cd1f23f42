import ClusterSimulation
import Testing

@Suite struct ClusterRunTests {
    @Test(arguments: FaultLevel.allCases)
    func `no promise is broken`(level: FaultLevel) {
        for seed in UInt64(0)..<20 {
            var run = ClusterRun(RunSetting(seed: seed, level: level))
            let outcome = run.run()
            #expect(outcome.violation == nil, "seed \(seed)")
        }
    }
}
