import ClusterSimulation
import Testing

/// A fault that never happens finds no mistake: so what a run does is watched.
@Suite struct FaultTests {
    /// What was told of a run, in order.
    private final class Watcher {
        var lines: [(time: VirtualTime, words: String)] = []
    }

    private func watched(_ setting: RunSetting) -> (
        lines: [(time: VirtualTime, words: String)], outcome: RunOutcome
    ) {
        let watcher = Watcher()
        var run = ClusterRun(setting) { watcher.lines.append(($0, $1)) }
        let outcome = run.run()
        return (watcher.lines, outcome)
    }

    /// The most transactions in a row that were each tried a second after the one before, while
    /// the coordinator recorded nothing.
    private func retries(_ lines: [(time: VirtualTime, words: String)]) -> Int {
        var (most, count) = (0, 0)
        var last: VirtualTime?
        for (time, words) in lines {
            if words.hasPrefix("  records") || words == "the coordinator starts" { last = nil }
            guard words == "the coordinator commits" else { continue }
            count = last.map { $0 + .seconds(1) == time } == true ? count + 1 : 0
            most = max(most, count)
            last = time
        }
        return most
    }

    /// The most messages in a row that a worker sent and none of which arrived.
    private func unheard(_ lines: [(time: VirtualTime, words: String)]) -> Int {
        var (most, count) = (0, 0)
        for (_, words) in lines {
            if words.hasPrefix("worker-0 (connection"), words.contains(" sends ") { count = 0 }
            guard words.hasPrefix("  sends progress") || words.hasPrefix("  sends hello") else {
                continue
            }
            count += 1
            most = max(most, count)
        }
        return most
    }

    @Test func `while the disk is full a transaction is tried again each second`() {
        let most = (UInt64(1)...10).map { seed in
            retries(watched(RunSetting(seed: seed, level: .hostile)).lines)
        }
        #expect(most.contains { $0 >= 3 }, "\(most)")
        // A disk is full for at most ten seconds.
        #expect(most.allSatisfy { $0 <= 20 }, "\(most)")
    }

    /// One message in fifty is lost, so that seven in a row would be one case in 10¹¹.
    @Test func `a worker that is cut off is not heard while one coordinator runs`() {
        let runs = (UInt64(1)...60).map { seed in
            watched(RunSetting(seed: seed, level: .lossy, workers: 1, trials: 20))
        }
        let undisturbed = runs.filter { $0.outcome.coordinatorProcesses == 1 }
        #expect(!undisturbed.isEmpty)
        let most = undisturbed.map { unheard($0.lines) }
        #expect(most.contains { $0 >= 7 }, "\(most)")
    }
}
