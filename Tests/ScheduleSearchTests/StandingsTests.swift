import Randomness
import ScheduleSearch
import Testing
import Trials

@Suite struct StandingsTests {
    private let space = Spaces.mixed

    private func schedule(_ patience: Int) -> GrowthSchedule {
        space.base.setting(.patience, to: .integer(patience))
    }

    /// Standings in which schedules, named by their patience, have these results.
    private func standings(
        capping: Bool = true, _ results: [(patience: Int, fitness: Fitness)]
    ) -> Standings {
        var standings = Standings(space: space, capping: capping)
        for (number, result) in results.enumerated() {
            standings.propose(schedule(result.patience), as: TrialID(number + 1))
            standings.settle(schedule(result.patience), result.fitness, work: 10)
        }
        return standings
    }

    private func reached(_ patience: Int, _ connections: Double) -> (Int, Fitness) {
        (patience, .reached(connections: connections))
    }

    @Test func `schedules are ordered by their geometric means`() {
        let standings = standings([
            reached(1, 90), reached(2, 50), reached(3, 70), reached(2, 200), (4, .failed),
            (5, .missed(shortfall: 0.01)), (6, .censored(projection: 85)),
        ])
        // √(50 · 200) = 100
        #expect(standings.best(9).map(\.schedule.patience) == [3, 6, 1, 2, 5, 4])
    }

    @Test func `only the best are ranked, also if they become so later`() {
        // The schedules come in order from the worst to the best, except the last, which is the
        // worst.
        let costs = (1...999).reversed().map { Double($0) } + [5000]
        var standings = standings(costs.enumerated().map { reached($0.offset + 1, $0.element) })
        let ranked = standings.best(5000)
        #expect(ranked.count == 512)
        #expect(ranked.map(\.schedule.patience) == (488...999).reversed())
        for _ in 0..<20 {
            standings.propose(schedule(1), as: TrialID(3000))
            standings.settle(schedule(1), .reached(connections: 1), work: 10)
        }
        // The geometric mean is 999^(1/21) = 1.4: between the first and the second.
        #expect(standings.best(3).map(\.schedule.patience) == [999, 1, 998])
        #expect(standings[schedule(1000)]?.runs == 1)
    }

    @Test func `the standing of a schedule uses all of its trainings`() throws {
        var standings = Standings(space: space)
        var tallies: [CostTally] = Array(repeating: CostTally(), count: 800)
        var generator = Seed(rawValue: 5).generator()
        for number in 1...4000 {
            let index = generator.integer(below: tallies.count)
            let cost = Double(10 + generator.integer(below: 300))
            let fitness: Fitness =
                switch generator.integer(below: 4) {
                case 0: .censored(projection: cost)
                case 1: number % 2 == 0 ? .failed : .missed(shortfall: 1 / cost)
                default: .reached(connections: cost)
                }
            standings.propose(schedule(index + 1), as: TrialID(number))
            standings.settle(schedule(index + 1), fitness, work: 10)
            tallies[index].note(fitness)
        }
        for (index, tally) in tallies.enumerated() {
            let standing = standings[schedule(index + 1)]
            #expect((standing?.tally ?? CostTally()) == tally)
            #expect(standings.proposals(of: schedule(index + 1)) == tally.runs)
        }
        let means = tallies.filter { $0.runs > 0 }.map(\.mean).sorted()
        // A schedule that fell out of the ranking returns only with its next training, so its end
        // may differ.
        #expect(standings.best(256).map(\.tally.mean) == Array(means.prefix(256)))
        #expect(standings.best(512).allSatisfy { standings[$0.schedule]?.tally == $0.tally })
    }

    @Test func `a share of misses costs five times itself, in ln costs`() {
        var tally = CostTally(reached: [50, 50, 50])
        #expect(tally.mean == Elementary.log(50))
        tally.note(.missed(shortfall: 0.1))
        #expect(abs(tally.mean - (Elementary.log(50) + 5.0 / 4)) < 1e-12)
        tally.note(.failed)
        #expect(abs(tally.mean - (Elementary.log(50) + 5 * 2.0 / 5)) < 1e-12)
    }

    @Test func `a miss costs a schedule its place, but less than many misses`() {
        let standings = standings([
            reached(1, 50), reached(1, 50), reached(1, 50), (1, .failed), reached(2, 50),
            (2, .failed), reached(3, 60), reached(3, 60),
        ])
        #expect(standings.best(3).map(\.schedule.patience) == [3, 1, 2])
    }

    @Test func `a lucky training does not lead if others were trained more often`() {
        let standings = standings([reached(1, 48), reached(2, 50), reached(2, 50), reached(2, 50)])
        #expect(standings.best(1).first?.schedule.patience == 1)
        #expect(standings.incumbent?.schedule.patience == 2)
    }

    @Test func `the luckiest of many does not lead if one was trained often`() {
        // One of 500 single trainings is a sixth below a mean of eight trainings: that is luck.
        let many = (1...500).map { reached($0, $0 == 500 ? 42 : 60 + Double($0)) }
        let standings = standings(many + (0..<8).map { _ in reached(501, 50) })
        #expect(standings.best(1).first?.schedule.patience == 500)
        #expect(standings.incumbent?.schedule.patience == 501)
    }

    @Test func `a schedule under way counts as proposed, and is not ranked`() {
        var standings = standings([reached(1, 48)])
        standings.propose(schedule(2), as: TrialID(2))
        standings.propose(schedule(1), as: TrialID(3))
        #expect(standings.best(5).count == 1)
        #expect(standings[schedule(2)]?.running == 1)
        #expect(standings[schedule(1)]?.proposals == 2)
        #expect(standings[schedule(3)] == nil)
    }

    @Test func `no schedule is trained again before there are two to compare`() {
        #expect(standings((1...9).map { reached($0, 50) }).nextReplicate() == nil)
        #expect(standings((1...10).map { (patience: $0, fitness: .failed) }).nextReplicate() == nil)
    }

    @Test func `the incumbent is trained as often as its challengers`() {
        // One of ten looks much better: it becomes the incumbent, and must prove that it was not
        // luck.
        let first = standings((1...11).map { reached($0, $0 == 7 ? 40 : 90) })
        #expect(first.nextReplicate() == schedule(7))
    }

    @Test func `a schedule far behind the incumbent is not trained again`() throws {
        var standings = standings((1...24).map { reached($0, $0 == 7 ? 40 : 400) })
        for number in 25...40 {
            guard let next = standings.nextReplicate() else { break }
            #expect(next == schedule(7))
            standings.propose(next, as: TrialID(number))
            standings.settle(next, .reached(connections: 40), work: 1)
        }
        #expect(standings.nextReplicate() == nil)
        #expect(try #require(standings[schedule(7)]).runs == 8)
    }

    /// The incumbent was trained twice, so means differ by 0.2236 · √(1 + ½) = 0.2739 by chance,
    /// and a chance of 0.15 is 1.0364 of these: a factor of exp(0.2839) = 1.328.
    @Test(arguments: [(132, true), (134, false)])
    func `a schedule is trained again while its chance to beat the incumbent exceeds 0.15`(
        cost: Double, isTrained: Bool
    ) {
        let others = (3...16).map { reached($0, 2000) }
        let standings = standings([reached(1, 100), reached(1, 100), reached(2, cost)] + others)
        #expect(standings.incumbent?.schedule == schedule(1))
        // Where nobody has a chance, the incumbent is trained on.
        #expect(standings.nextReplicate() == schedule(isTrained ? 2 : 1))
    }

    /// The standard deviation that the standings take the ln costs of one schedule to have.
    private func noise(_ costs: [Double]) -> Double {
        let standings = standings(costs.map { reached(1, $0) })
        let tally = CostTally(reached: costs)
        // Half a standard error is what is added to a mean.
        return (standings.cautiousMean(of: tally) - tally.mean) * 2
            * Double(tally.runs).squareRoot()
    }

    @Test func `the noise of seeds is pooled with four degrees of 0.25, from 0.1 to 0.6`() {
        #expect(abs(noise([50]) - 0.25) < 1e-9)
        // (4 · 0.25² + ½ ln² 1.5) / 5
        #expect(abs(noise([100, 150]) - 0.257_760) < 1e-6)
        #expect(abs(noise(Array(repeating: 50, count: 15)) - (0.25 / 18).squareRoot()) < 1e-9)
        #expect(abs(noise(Array(repeating: 50, count: 60)) - 0.1) < 1e-9)
        #expect(abs(noise((0..<60).map { $0 % 2 == 0 ? 10 : 1000 }) - 0.6) < 1e-9)
    }

    @Test func `replicates take less than half of the work`() {
        var standings = standings((1...40).map { reached($0, 50) })
        #expect(replicates(in: &standings, work: 50) == 8)
        // Before them, 40 trainings cost 10 each.
        #expect(standings.repeated.work == 400 && standings.spent.work == 800)
    }

    @Test func `replicates are fewer than half of the trainings after the first ten`() {
        var standings = standings((1...40).map { reached($0, 50) })
        #expect(replicates(in: &standings, work: 1) == 30)
        #expect(standings.repeated.trainings == 30 && standings.spent.trainings == 70)
    }

    /// Repeats trainings as long as the standings ask for it; returns the number of repeats.
    private func replicates(in standings: inout Standings, work: Int) -> Int {
        var count = 0
        while let next = standings.nextReplicate() {
            standings.propose(next, as: TrialID(100 + count))
            standings.settle(next, .reached(connections: 50), work: work)
            count += 1
        }
        return count
    }

    @Test func `there is no cap before the target was reached, or if capping is off`() {
        #expect(standings([(1, .failed), (2, .missed(shortfall: 0.1))]).cap.value == nil)
        #expect(standings(capping: false, [reached(1, 50)]).cap.value == nil)
    }

    @Test func `the first cap is twice the best cost, later ones follow the noise`() {
        #expect(standings([reached(1, 100)]).cap.value == 202)
        let later = standings([reached(1, 100), reached(2, 120), reached(3, 110)])
        // 100 · exp(2.5 · 0.25 · √2) = 242.05
        #expect(later.cap.value == 243)
        #expect(later.cap.lowest == 202)
    }

    @Test func `a trial may take eight times the usual work of those that reached the target`() {
        var standings = standings([])
        func settle(_ patience: Int, _ fitness: Fitness, work: Int) {
            standings.propose(schedule(patience), as: TrialID(patience))
            standings.settle(schedule(patience), fitness, work: work)
        }
        settle(1, .missed(shortfall: 0.1), work: 1_000_000)
        #expect(standings.effort.value == nil)
        for (patience, work) in [(2, 100), (3, 4000), (4, 200), (5, 210)] {
            settle(patience, .reached(connections: 50), work: work)
        }
        // The median of the four is 200; with so few values a quarter more is allowed.
        #expect(standings.effort.value == 2000)
    }

    @Test func `without capping no trial has a limit of work`() {
        let results = (1...6).map { reached($0, 50) }
        #expect(standings(capping: false, results).effort.value == nil)
        #expect(standings(results).effort.value == 93)
    }

    @Test func `a cap rises if the incumbent was lucky, and the lowest one is kept`() {
        var standings = standings((1...3).map { reached($0, 100) })
        let before = standings.cap.value ?? 0
        standings.propose(schedule(1), as: TrialID(4))
        for patience in 1...3 {
            standings.propose(schedule(patience), as: TrialID(4 + patience))
            standings.settle(schedule(patience), .reached(connections: 400), work: 1)
        }
        #expect(standings.cap.value ?? 0 > before)
        #expect(standings.cap.lowest ?? 0 <= before)
    }

    @Test func `finalists have reached the target, and one training counts less than three`() {
        let standings = standings([
            reached(1, 49), reached(2, 50), reached(2, 50), reached(2, 50), (3, .failed),
            (4, .censored(projection: 10)), reached(5, 70),
        ])
        #expect(standings.finalists(3).map(\.schedule.patience) == [2, 1, 5])
        #expect(standings.finalists(1).map(\.schedule.patience) == [2])
    }
}

extension CostTally {
    /// What trainings say that reached the target with these numbers of connections.
    fileprivate init(reached costs: [Double]) {
        self.init()
        for cost in costs { note(.reached(connections: cost)) }
    }
}
