import ClusterSimulation
import Testing

@Suite struct ClusterRunTests {
    /// Fifty seeds each, so that the batches run in parallel.
    private static let batches = Array(stride(from: UInt64(1), to: 1001, by: 50))

    /// Half of the thousand seeds are hostile.
    private func level(of seed: UInt64) -> FaultLevel {
        switch seed % 10 {
        case 0, 1: .calm
        case 2, 3, 4: .lossy
        default: .hostile
        }
    }

    @Test(arguments: batches)
    func `a thousand clusters of eight workers settle two hundred trials each`(first: UInt64) {
        for seed in first..<(first + 50) {
            let setting = RunSetting(seed: seed, level: level(of: seed))
            var run = ClusterRun(setting)
            let outcome = run.run()
            #expect(
                outcome.violation == nil,
                "espalier simulate --seeds \(seed)..\(seed) --faults \(setting.level.rawValue)")
        }
    }

    @Test(arguments: FaultLevel.allCases)
    func `the same seed gives the same run, and another seed gives another run`(level: FaultLevel) {
        func outcome(_ seed: UInt64) -> RunOutcome {
            var run = ClusterRun(RunSetting(seed: seed, level: level))
            return run.run()
        }
        for seed in UInt64(1)...8 {
            #expect(outcome(seed) == outcome(seed))
            #expect(outcome(seed).trace != outcome(seed + 100).trace)
        }
    }

    @Test(arguments: FaultLevel.allCases)
    func `encoding the messages changes no run`(level: FaultLevel) {
        for seed in UInt64(1)...3 {
            var setting = RunSetting(seed: seed, level: level, workers: 3, trials: 20)
            var run = ClusterRun(setting)
            let outcome = run.run()
            setting.usesCodec = true
            var written = ClusterRun(setting)
            #expect(written.run() == outcome)
        }
    }

    @Test func `a calm cluster gives no trial up`() {
        for seed in UInt64(1)...20 {
            var run = ClusterRun(RunSetting(seed: seed, level: .calm))
            let outcome = run.run()
            #expect(outcome.abandoned == 0)
            #expect(outcome.trialsOver >= 200)
        }
    }

    @Test func `hostile faults do happen`() {
        var outcomes: [RunOutcome] = []
        for seed in UInt64(1)...40 {
            var run = ClusterRun(RunSetting(seed: seed, level: .hostile))
            outcomes.append(run.run())
        }
        #expect(outcomes.map(\.coordinatorProcesses).reduce(0, +) > 3 * 40)
        #expect(outcomes.map(\.workerProcesses).reduce(0, +) > 2 * 8 * 40)
        #expect(outcomes.contains { $0.abandoned > 0 })
        #expect(outcomes.contains { $0.abandoned == 0 })
        #expect(outcomes.contains { $0.censored > 0 })
        #expect(outcomes.contains { $0.suspensions > 0 })
    }

    @Test(arguments: [(1, 0), (1, 5), (3, 1), (40, 60)])
    func `a cluster of another size keeps its promises too`(workers: Int, trials: Int) {
        for seed in UInt64(1)...10 {
            let setting = RunSetting(
                seed: seed, level: .hostile, workers: workers, trials: trials)
            var run = ClusterRun(setting)
            #expect(run.run().violation == nil, "seed \(seed)")
        }
    }

    @Test func `watching a run reports every event and does not change the run`() {
        let setting = RunSetting(seed: 3, level: .hostile, workers: 2, trials: 5)
        var silent = ClusterRun(setting)
        let outcome = silent.run()
        var lines: [String] = []
        var watched = ClusterRun(setting) { _, words in lines.append(words) }
        #expect(watched.run() == outcome)
        #expect(lines.count >= outcome.steps)
        #expect(lines.contains { $0.contains("records proposed 5") })
    }
}
