import Randomness
import ScheduleSearch
import Studies
import Testing
import Trials

/// The numbers that a study plans and tells by.
@Suite struct FormulaTests {
    private let miss = TrainingOutcome.failed(reason: .targetMissed(checks: 9))

    /// Trains schedules that reach the target, one after the other; each takes 0.25 s.
    private func train(_ count: Int, of state: inout StudyState) throws {
        for number in 0..<count {
            try state.run(patience: number % 9 + 1, report: Fixture.report(connections: 20))
        }
    }

    @Test func `each training of a schedule gets the next seed of a list that all share`() throws {
        var state = try Fixture.state(trials: 9)
        let seed = state.definition.search.seed
        #expect(
            state.searchSeed(for: Fixture.schedule(patience: 1))
                == seed.derived(for: .trial, index: 1))
        try state.run(patience: 1, report: Fixture.report(connections: 20))
        #expect(
            state.searchSeed(for: Fixture.schedule(patience: 1))
                == seed.derived(for: .trial, index: 2))
        #expect(
            state.searchSeed(for: Fixture.schedule(patience: 2))
                == seed.derived(for: .trial, index: 1))
    }

    @Test func `the usual length of a training is that of those that reached the target`() throws {
        var state = try Fixture.state(trials: 9)
        #expect(state.secondsPerTraining == 0)
        try state.run(patience: 1, report: Fixture.report(connections: 20, outcome: miss))
        #expect(state.secondsPerTraining == 0)
        try train(2, of: &state)
        #expect(state.secondsPerTraining == 0.25)
    }

    @Test func `one endless training does not change what is usual`() throws {
        var state = try Fixture.state(trials: 9)
        try train(3, of: &state)
        var long = Fixture.report(connections: 10)
        long.cpuSeconds = 27
        try state.run(patience: 4, report: long)
        #expect(state.secondsPerTraining == 0.25)
    }

    @Test func `what certifies says how long the rest of it takes`() throws {
        var state = try Fixture.state(trials: 3, finalists: 1, replicates: 4)
        try train(3, of: &state)
        var slow = Fixture.report(connections: 10)
        slow.cpuSeconds = 2
        try state.certify(atMost: 1) { _, _ in slow }
        #expect(state.secondsPerTraining == 0.25)
        try state.certify(atMost: 1) { _, _ in slow }
        #expect(state.secondsPerTraining == 2)
    }

    @Test(arguments: [(12, 2), (35, 2), (36, 3), (48, 4), (700, 8)])
    func `one of twelve trials is certified, two at least`(
        trials: Int, finalists: Int
    ) throws {
        var state = try Fixture.state(trials: 1000, finalists: 8, replicates: 5)
        try train(trials, of: &state)
        #expect(state.plannedCertifications == 5 * finalists)
    }

    /// Of 10 s, certifying 2 finalists would take 4, of which 2.5 are kept: 29 trials take 7.25 s.
    @Test func `a quarter of the processor time is kept for certification`() throws {
        var state = try Fixture.state(
            trials: 1000, finalists: 8, replicates: 5, confirmations: 10, seconds: 10)
        try train(29, of: &state)
        #expect(state.wantsSearch)
        try train(1, of: &state)
        #expect(!state.wantsSearch)
    }

    @Test func `a certificate tells the share of its trainings that reached the target`() throws {
        var state = try Fixture.state(
            trials: 1, finalists: 1, replicates: 4, reliability: 0.5)
        try train(1, of: &state)
        try state.certify { _, replicate in
            Fixture.report(connections: 20, outcome: replicate == 3 ? self.miss : .reached)
        }
        let certificate = try #require(state.certificate())
        #expect(certificate.replicates == 4)
        #expect(certificate.hitRate == 0.75)
    }
}
