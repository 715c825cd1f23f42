import Coordination
import ScheduleSearch
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
            guard case .send(.lease(_, let task), _) = directive else { return nil }
            return task.cap
        }
    }

    @Test func `each lease has a cap, except in the control group`() throws {
        var stage = try Stage(trials: 60, finalists: 2, replicates: 2)
        var sent = caps(in: try stage.join("one"))
        for number in 1...42 {
            sent += caps(
                in: stage.handle(
                    .received(.reporting(number, connections: 100), from: stage.peer("one"))))
        }
        let uncapped = sent.indices.filter { sent[$0] == nil }.map { $0 + 1 }
        #expect(uncapped == [1, 21, 41])
        // Twice the cost of the only schedule that reached the target.
        #expect(sent[1] == 202)
    }

    @Test func `a worker gets a lower cap at once, or after its next progress`() throws {
        var stage = try searched(2)
        try stage.join("two")
        try stage.join("three")
        // Leases 3, 4 and 5 are out; the third worker's connection is broken when the cap falls.
        _ = stage.handle(.unreachable(stage.peer("three")))
        let directives = stage.handle(
            .received(.reporting(3, connections: 70), from: stage.peer("one")))
        let cap = try #require(stage.coordinator.study.cap)
        func capping(_ trial: Int, _ name: String) -> Coordinator.Directive {
            .send(
                .cap(attempt: Attempt(1, of: TrialID(rawValue: trial)), cap: cap),
                to: stage.peer(name))
        }
        #expect(directives.contains(capping(4, "two")))
        #expect(!directives.contains(capping(5, "three")))
        let back = try stage.join(
            "three",
            holding: [AttemptProgress(attempt: Attempt(1, of: TrialID(rawValue: 5)))])
        #expect(back.contains(capping(5, "three")))
        let again = stage.handle(
            .received(
                .progress(
                    holding: [AttemptProgress(attempt: Attempt(1, of: TrialID(rawValue: 5)))]),
                from: stage.peer("three")))
        #expect(again.isEmpty)
    }

    @Test func `each lease has a limit of work, except in the control group`() throws {
        var stage = try Stage(trials: 30, finalists: 2, replicates: 2)
        var leases = try stage.join("one")
        for number in 1...34 {
            leases += stage.handle(
                .received(.reporting(number, connections: 100), from: stage.peer("one")))
        }
        let limits = leases.compactMap { directive -> Int? in
            guard case .send(.lease(_, let task), _) = directive else { return nil }
            return task.limits.multiplyAdds
        }
        let whole = TrainingLimits().multiplyAdds
        // Trials 1 and 21 are in the control group; trials after the thirtieth certify, with the
        // same limit, so that the time that was planned for them suffices.
        let limited = limits.indices.filter { limits[$0] < whole }.map { $0 + 1 }
        #expect(limited == Array(2...20) + Array(22...limits.count))
        let events = leases.compactMap { directive -> StudyEvent? in
            if case .record(let event) = directive { event } else { nil }
        }
        let proposed = events.compactMap { event -> Int? in
            if case .proposed(_, _, _, _, let effort) = event { effort ?? whole } else { nil }
        }
        #expect(proposed == limits)
    }

    @Test func `a certification trial has no cap`() throws {
        var stage = try searched(38, trials: 38)
        #expect(stage.coordinator.study.phase == .certifying)
        let directives = stage.handle(.received(.reporting(39), from: stage.peer("one")))
        #expect(caps(in: directives) == [nil])
    }

    @Test func `a report with an unknown cap is refused`() throws {
        var stage = try searched(2)
        let lowest = try #require(stage.coordinator.study.standings.cap.lowest)
        let before = stage.coordinator.study
        for cap in [0, lowest - 1] {
            let directives = stage.handle(
                .received(.censoring(3, cap: cap), from: stage.peer("one")))
            #expect(
                directives == [
                    .send(.refused(reason: "trial 3 has no such cap"), to: stage.peer("one")),
                    .note(.garbled(reason: "trial 3 has no such cap")),
                ])
        }
        #expect(stage.coordinator.study == before)
        _ = stage.handle(.received(.censoring(3, cap: lowest), from: stage.peer("one")))
        #expect(stage.coordinator.study.reports == 3)
    }

    @Test func `reports that were stopped at different caps are not compared`() throws {
        var stage = try searched(2)
        let cap = try #require(stage.coordinator.study.cap)
        _ = stage.handle(.unreachable(stage.peer("one")))
        _ = stage.handle(.deadlineReached, at: .seconds(10))
        try stage.join("two", at: .seconds(10))
        _ = stage.handle(.received(.censoring(3, attempt: 2, cap: cap), from: stage.peer("two")))
        try stage.join("one", at: .seconds(10))
        for message in [
            WorkerMessage.censoring(3, cap: cap + 99, hash: 9), .reporting(3, hash: 10),
        ] {
            _ = stage.handle(.received(message, from: stage.peer("one")))
        }
        #expect(stage.coordinator.study.disputes.isEmpty)
        _ = stage.handle(.received(.censoring(3, cap: cap, hash: 8), from: stage.peer("one")))
        #expect(stage.coordinator.study.disputed == [TrialID(rawValue: 3)])
    }

    /// Runs a search in which the cost of a training is a function of its schedule and seed, with
    /// three trials under way at any time.
    ///
    /// - Parameter stopping: how often a training stops at the cap that it was given.
    private func search(seed: UInt64, stopping: Int) throws -> Stage {
        var stage = try Stage(trials: 150, finalists: 4, replicates: 1)
        var dice = Seed(rawValue: seed).generator()
        var chance = Seed(rawValue: seed + 1000).generator()
        try stage.join("one", capacity: 3)
        while stage.coordinator.study.phase == .searching {
            let running = stage.coordinator.study.openTrials.map(\.trial)
            let trial = try #require(
                running.isEmpty ? nil : running[dice.integer(below: running.count)])
            let record = try #require(stage.coordinator.study[trial])
            guard case .integer(let patience) = record.schedule[.patience] else { continue }
            let luck = record.seed.derived(for: .simulation, index: UInt64(patience)).rawValue
            let cost = 20 + patience * 40 + Int(luck % 60)
            let isReached = luck % 9 != 0
            var message = WorkerMessage.reporting(trial.rawValue, connections: cost)
            if let cap = stage.coordinator.study.cap, !record.isControl, cost > cap,
                chance.integer(below: 100) < stopping, isReached
            {
                message = .censoring(trial.rawValue, cap: cap + chance.integer(below: 3))
            }
            _ = stage.handle(.received(message, from: stage.peer("one")))
        }
        return stage
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `a search with stopped trials is replayed as it was`(seed: UInt64) throws {
        for stopping in [50, 100] {
            let stage = try search(seed: seed, stopping: stopping)
            let study = stage.coordinator.study
            #expect(study.stops > 0)
            let replayed = try Coordinator(replaying: stage.journal, at: .zero)
            #expect(replayed.study == study)
            #expect(replayed.divergentProposals == 0)
        }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `caps stop no schedule that would win`(seed: UInt64) throws {
        // The cheapest schedule has a patience of 1, and costs 40 less than the next one.
        for stopping in [0, 100] {
            let study = try search(seed: seed, stopping: stopping).coordinator.study
            #expect(study.finalists.first?.schedule.patience == 1)
        }
    }
}

extension WorkerMessage {
    fileprivate static func censoring(
        _ trial: Int, attempt: Int = 1, cap: Int, hash: UInt64 = 7
    ) -> WorkerMessage {
        .report(
            attempt: Attempt(attempt, of: TrialID(rawValue: trial)),
            report: TrainingReport(
                outcome: .censored(cap: cap), connections: cap + 1, hiddenNodes: 0, inputsUsed: 1,
                biases: 1, validation: 0.5, test: 0.5, epochs: 1, multiplyAdds: 1, curve: [],
                fingerprint: Fingerprint(hash: hash)))
    }
}
