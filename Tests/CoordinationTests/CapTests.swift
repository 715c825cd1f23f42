import Coordination
import Randomness
import Studies
import Testing
import Trials
import WireProtocol

@Suite struct CapTests {
    /// A stage in which the first trials have reached the target, with 101, 102, … connections.
    private func searched(_ count: Int, trials: Int = 200) throws -> Stage {
        var stage = try Stage(trials: trials, finalists: 2, replicates: 2)
        try stage.join("one")
        for number in 1...count {
            _ = stage.handle(
                .received(
                    .reporting(number, connections: 100 + number), from: stage.peer("one")))
        }
        return stage
    }

    private func caps(in directives: [Coordinator.Directive]) -> [Int?] {
        directives.compactMap { directive in
            guard case .send(.lease(_, _, let task), _) = directive else { return nil }
            return task.cap
        }
    }

    @Test func `there is no cap before as many trials reached the target as a strategy keeps`()
        throws
    {
        #expect(try searched(23).coordinator.study.cap == nil)
        #expect(try searched(24).coordinator.study.cap == 202)
    }

    @Test func `a cap goes out with each lease, and only gets lower`() throws {
        var stage = try searched(24)
        let costs = [500, 90, 300, 60, 150, 61]
        var caps: [Int?] = []
        for (offset, cost) in costs.enumerated() {
            caps += self.caps(
                in: stage.handle(
                    .received(.reporting(25 + offset, connections: cost), from: stage.peer("one"))))
        }
        #expect(caps == [202, 180, 180, 122, 122, 121])
    }

    @Test func `whoever trains hears of a lower cap at once, or with the next progress`() throws {
        var stage = try searched(24)
        try stage.join("two")
        try stage.join("three")
        // Leases 25, 26 and 27 are out; the third worker's connection is gone when the cap falls.
        _ = stage.handle(.unreachable(stage.peer("three")))
        let directives = stage.handle(
            .received(.reporting(25, connections: 70), from: stage.peer("one")))
        let attempt = AttemptNumber(rawValue: 1)
        func capping(_ trial: Int, _ name: String) -> Coordinator.Directive {
            .send(
                .cap(trial: TrialID(rawValue: trial), attempt: attempt, cap: 140),
                to: stage.peer(name))
        }
        #expect(directives.contains(capping(26, "two")))
        #expect(!directives.contains(capping(27, "three")))
        let back = try stage.join(
            "three",
            holding: [AttemptProgress(trial: TrialID(rawValue: 27), attempt: attempt)])
        #expect(back.contains(capping(27, "three")))
        let again = stage.handle(
            .received(
                .progress(
                    holding: [AttemptProgress(trial: TrialID(rawValue: 27), attempt: attempt)]),
                from: stage.peer("three")))
        #expect(again.isEmpty)
    }

    @Test func `what certifies has no cap`() throws {
        var stage = try searched(40, trials: 40)
        #expect(stage.coordinator.study.phase == .certifying)
        let directives = stage.handle(.received(.reporting(41), from: stage.peer("one")))
        #expect(caps(in: directives) == [nil])
    }

    @Test func `a cap that nobody gave is refused`() throws {
        var stage = try searched(24)
        let before = stage.coordinator.study
        for cap in [0, 201] {
            let directives = stage.handle(
                .received(.censoring(25, cap: cap), from: stage.peer("one")))
            #expect(
                directives == [
                    .send(.refused(reason: "trial 25 has no such cap"), to: stage.peer("one")),
                    .note(.garbled(reason: "trial 25 has no such cap")),
                ])
        }
        #expect(stage.coordinator.study == before)
        _ = stage.handle(.received(.censoring(25, cap: 202), from: stage.peer("one")))
        #expect(stage.coordinator.study.reports == 25)
    }

    @Test func `reports that were stopped at different caps are not compared`() throws {
        var stage = try searched(24)
        _ = stage.handle(.unreachable(stage.peer("one")))
        _ = stage.handle(.deadlineReached, at: .seconds(10))
        try stage.join("two", at: .seconds(10))
        _ = stage.handle(.received(.censoring(25, attempt: 2, cap: 202), from: stage.peer("two")))
        try stage.join("one", at: .seconds(10))
        for message in [
            WorkerMessage.censoring(25, cap: 300, hash: 9), .reporting(25, hash: 10),
        ] {
            _ = stage.handle(.received(message, from: stage.peer("one")))
        }
        #expect(stage.coordinator.study.disputes.isEmpty)
        _ = stage.handle(.received(.censoring(25, cap: 202, hash: 8), from: stage.peer("one")))
        #expect(stage.coordinator.study.disputed == [TrialID(rawValue: 25)])
    }

    /// Runs a search in which training costs what its schedule and seed say, with three trials
    /// under way at any time.
    ///
    /// - Parameter stopping: how often a training stops at the cap that it knows of.
    private func search(seed: UInt64, stopping: Int) throws -> Stage {
        var stage = try Stage(trials: 150, finalists: 4, replicates: 1)
        var dice = Seed(rawValue: seed).generator()
        var chance = Seed(rawValue: seed + 1000).generator()
        try stage.join("one", capacity: 3)
        while stage.coordinator.study.phase == .searching {
            let running = stage.coordinator.study.trials.filter { !$0.isOver }.map(\.trial)
            let trial = try #require(
                running.isEmpty ? nil : running[dice.integer(below: running.count)])
            let record = try #require(stage.coordinator.study[trial])
            guard case .integer(let patience) = record.schedule[.patience] else { continue }
            let cost = 20 + patience * 40 + Int(record.seed.rawValue % 60)
            let isReached = record.seed.rawValue % 9 != 0
            var message = WorkerMessage.reporting(trial.rawValue, connections: cost)
            if let cap = stage.coordinator.study.cap, trial.rawValue > 1, cost > cap,
                chance.integer(below: 100) < stopping, isReached
            {
                message = .censoring(trial.rawValue, cap: cap + chance.integer(below: 3))
            }
            _ = stage.handle(.received(message, from: stage.peer("one")))
        }
        return stage
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `whether trials are stopped at caps changes neither schedules nor finalists`(
        seed: UInt64
    ) throws {
        let whole = try search(seed: seed, stopping: 0).coordinator.study
        for stopping in [50, 100] {
            let stage = try search(seed: seed, stopping: stopping)
            let stopped = stage.coordinator.study
            #expect(stopped.trials.contains { $0.report?.isCensored == true })
            #expect(stopped.trials.map(\.schedule) == whole.trials.map(\.schedule))
            #expect(stopped.finalists == whole.finalists)
            #expect(stopped.bestTrial == whole.bestTrial)
            let replayed = try Coordinator(replaying: stage.journal, at: .zero)
            #expect(replayed.study == stopped)
            #expect(replayed.divergentProposals == 0)
        }
    }
}

extension WorkerMessage {
    fileprivate static func censoring(
        _ trial: Int, attempt: Int = 1, cap: Int, hash: UInt64 = 7
    ) -> WorkerMessage {
        .report(
            trial: TrialID(rawValue: trial), attempt: AttemptNumber(rawValue: attempt),
            report: TrainingReport(
                outcome: .censored(cap: cap), connections: cap + 1, hiddenNodes: 0, inputsUsed: 1,
                biases: 1, validation: 0.5, test: 0.5, epochs: 1, multiplyAdds: 1, curve: [],
                fingerprint: Fingerprint(hash: hash)))
    }
}
