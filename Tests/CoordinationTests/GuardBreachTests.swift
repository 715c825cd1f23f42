import Coordination
import Testing
import Trials
import WireProtocol

@Suite struct GuardBreachTests {
    private let guards = TrialGuards(
        milliseconds: 60_000, memory: 500_000_000, stallMilliseconds: 10_000)

    private func training(
        _ number: Int, startedAt: Int64 = 0, checkedAt: Int64, connections: Int = 10
    ) -> WatchedTraining {
        WatchedTraining(
            attempt: Attempt(1, of: TrialID(rawValue: number)),
            startedAt: .seconds(startedAt), checkedAt: .seconds(checkedAt),
            connections: connections)
    }

    @Test func `a training within its guards is left alone`() {
        #expect(
            guards.breach(
                of: [training(1, checkedAt: 55)], resident: 500_000_000, at: .seconds(60)) == nil)
        #expect(guards.breach(of: [], resident: 900_000_000, at: .seconds(60)) == nil)
        #expect(
            TrialGuards.unguarded.breach(
                of: [training(1, checkedAt: 0)], resident: .max, at: .seconds(9999)) == nil)
    }

    @Test func `a training that runs for too long is named`() {
        let breach = guards.breach(
            of: [training(1, startedAt: 50, checkedAt: 60), training(2, checkedAt: 60)],
            resident: 0, at: .seconds(61))
        #expect(breach?.attempt.trial == TrialID(rawValue: 2))
        #expect(breach?.limit == .time)
        #expect(breach?.reason == "trial 2 runs for longer than cluster.trial_time allows 60 s")
    }

    @Test func `a training that passes no check is named`() {
        let breach = guards.breach(
            of: [training(1, checkedAt: 35), training(2, checkedAt: 25)], resident: 0,
            at: .seconds(36))
        #expect(breach?.attempt.trial == TrialID(rawValue: 2))
        #expect(breach?.limit == .stall)
    }

    @Test func `of trainings that share memory, the one with the largest network is blamed`() {
        let trainings = [
            training(1, checkedAt: 1, connections: 30), training(2, checkedAt: 1, connections: 90),
        ]
        #expect(
            guards.breach(of: trainings, resident: 1_000_000_000, at: .seconds(2)) == nil)
        let breach = guards.breach(of: trainings, resident: 1_000_000_001, at: .seconds(2))
        #expect(breach?.attempt.trial == TrialID(rawValue: 2))
        #expect(breach?.limit == .memory)
    }

    @Test func `the exit status of a process tells which limit it ended for`() {
        #expect(TrialGuard.allCases.map(\.exitStatus) == [91, 92, 93])
        for limit in TrialGuard.allCases {
            #expect(TrialGuard(exitStatus: limit.exitStatus) == limit)
        }
        #expect(TrialGuard(exitStatus: 0) == nil)
        #expect(TrialGuard(exitStatus: 1) == nil)
    }
}
