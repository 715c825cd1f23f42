import ScheduleSearch
import SearchBenchmark
import Studies
import Testing
import Trials

/// A table must give the result of a training with another cap or target.
@Suite struct ReplayedTrainingTests {
    private let growth = Clouds.definition.space.base

    private func replayed(
        _ schedule: GrowthSchedule, seed: Int, target: Double = 0.93
    ) throws -> ReplayedTraining {
        let report = try Clouds.train(schedule, seed: seed)
        let line = RecordedTraining(cell: 0, seed: seed, report: report).line
        let read = try RecordedTraining.read(Array(line.utf8)[...] + [10], firstLine: 1)
        return ReplayedTraining(
            try #require(read.first), under: schedule,
            target: TargetScore(metric: .accuracy, value: target))
    }

    @Test(arguments: 1...4)
    func `a cap stops a growing training where it would have stopped the real one`(seed: Int) throws
    {
        let replay = try replayed(growth, seed: seed)
        for cap in stride(from: 1, to: 130, by: 7) {
            let real = try Clouds.train(growth, seed: seed, cap: cap)
            let ending = replay.ending(cap: cap)
            #expect(ending.report.outcome == real.outcome)
            #expect(ending.report.connections == real.connections)
            #expect(ending.report.curve.last?.check == real.curve.last?.check)
            #expect(abs(ending.seconds - Double(real.multiplyAdds) * 1e-9) < 0.2e-3)
        }
    }

    @Test(arguments: ["none", "activation"])
    func `a limit of work ends a training where it would have ended the real one`(
        thinning: String
    ) throws {
        let schedule = growth.setting(.thinning, to: .category(thinning))
            .setting(.secondGrowth, to: .category("none"))
            .setting(.thinningSteps, to: .integer(60)).setting(.tuningSteps, to: .integer(120))
        var outcomes: Set<Bool> = []
        for seed in 1...4 {
            let replay = try replayed(schedule, seed: seed)
            for point in replay.whole.report.curve.dropLast() {
                let effort = point.multiplyAdds
                let real = try Clouds.train(schedule, seed: seed, effort: effort)
                let ending = replay.ending(cap: nil, effort: effort)
                #expect(ending.report.outcome == real.outcome, "seed \(seed), effort \(effort)")
                #expect(ending.report.connections == real.connections)
                #expect(ending.report.curve.last?.check == real.curve.last?.check)
                outcomes.insert(real.isReached)
            }
        }
        #expect(outcomes == (thinning == "none" ? [false] : [false, true]))
    }

    @Test(arguments: 1...4)
    func `an easier target is reached where the real training would have reached it`(seed: Int)
        throws
    {
        for target in [0.5, 0.7, 0.8, 0.85, 0.9, 0.93] {
            let real = try Clouds.train(growth, seed: seed, target: target)
            let whole = try replayed(growth, seed: seed, target: target).whole
            #expect(whole.report.outcome == real.outcome)
            #expect(whole.report.connections == real.connections)
            #expect(whole.report.curve.last?.check == real.curve.last?.check)
        }
    }

    @Test(arguments: [("none", 1, 60), ("keep", 2, 60), ("keep", 8, 20)])
    func `a cap stops a thinning training where it would have stopped the real one`(
        secondGrowth: String, rounds: Int, steps: Int
    ) throws {
        let thinned = growth.setting(.thinning, to: .category("activation"))
            .setting(.secondGrowth, to: .category(secondGrowth))
            .setting(.rounds, to: .integer(rounds))
            .setting(.thinningSteps, to: .integer(steps))
            .setting(.tuningSteps, to: .integer(2 * steps))
        var stops = 0
        for seed in 1...4 {
            let replay = try replayed(thinned, seed: seed)
            for cap in [0] + stride(from: 1, to: 40, by: 2) {
                let real = try Clouds.train(thinned, seed: seed, cap: cap)
                let ending = replay.ending(cap: cap)
                #expect(ending.report.outcome == real.outcome, "seed \(seed), cap \(cap)")
                guard real.isCensored else { continue }
                stops += 1
                #expect(ending.report.curve.last?.check == real.curve.last?.check)
            }
        }
        #expect(stops > 0)
    }

    /// While nothing has held the target, the first stage is repeated more often.
    @Test func `a cap stops no training that only repeats its first stage`() throws {
        let target = TargetScore(metric: .accuracy, value: 1)
        let thinned = growth.setting(.thinning, to: .category("activation"))
            .setting(.secondGrowth, to: .category("none"))
            .setting(.incrementSize, to: .real(1)).setting(.patience, to: .integer(1))
            .setting(.minimumImprovement, to: .real(0.1))
            .setting(.thinningSteps, to: .integer(20)).setting(.tuningSteps, to: .integer(40))
        for seed in 1...3 {
            let whole = try Clouds.train(thinned, seed: seed, target: target.value)
            #expect(whole.curve.contains { $0.phase == .tune } && !whole.isReached)
            for cap in [1, 20] {
                let real = try Clouds.train(thinned, seed: seed, target: target.value, cap: cap)
                #expect(!real.isCensored)
                #expect(!whole.passes(cap: cap, under: thinned, target: target))
            }
        }
    }
}
