import Coordination
import Testing

@Suite struct RestartPolicyTests {
    @Test func `a worker that dies at once is started again after pauses that double`() {
        var policy = RestartPolicy(workers: 1, at: .zero)
        var now = Instant.zero
        for pause in [200, 400, 800, 1600] {
            let restart = now + .milliseconds(pause)
            #expect(policy.verdict(on: 0, after: .died, at: now) == .restart(at: restart))
            #expect(policy.due(at: restart + .nanoseconds(-1)) == [])
            #expect(policy.due(at: restart) == [0])
            #expect(policy.due(at: restart) == [], "it is started once")
            now = restart
        }
    }

    @Test func `the fifth quick death in a row is the last`() {
        var policy = RestartPolicy(workers: 1, at: .zero)
        for _ in 1...4 {
            _ = policy.verdict(on: 0, after: .died, at: .zero)
            #expect(!policy.hasGivenUp)
        }
        #expect(policy.verdict(on: 0, after: .died, at: .zero) == .giveUp)
        #expect(policy.hasGivenUp)
    }

    @Test func `a life of five seconds is not quick and ends the row`() {
        var policy = RestartPolicy(workers: 1, at: .zero)
        for _ in 1...4 { _ = policy.verdict(on: 0, after: .died, at: .zero) }
        _ = policy.due(at: .seconds(10))
        let verdict = policy.verdict(on: 0, after: .died, at: .seconds(15))
        #expect(verdict == .restart(at: .seconds(15) + .milliseconds(100)))
        _ = policy.due(at: .seconds(16))
        let next = policy.verdict(on: 0, after: .died, at: .seconds(20))
        #expect(next == .restart(at: .seconds(20) + .milliseconds(200)))
    }

    @Test func `a trial that took its time shows that the worker can train`() {
        var policy = RestartPolicy(workers: 1, at: .zero)
        for _ in 1...20 {
            let verdict = policy.verdict(on: 0, after: .ranOutOfTime, at: .zero)
            #expect(verdict == .restart(at: .zero + .milliseconds(100)))
        }
    }

    @Test func `a worker that left on purpose stays away and is no failure`() {
        var policy = RestartPolicy(workers: 1, at: .zero)
        #expect(policy.verdict(on: 0, after: .left, at: .zero) == .rest)
        #expect(policy.due(at: .seconds(1000)) == [])
        #expect(!policy.hasGivenUp)
    }

    @Test func `workers are judged one by one`() {
        var policy = RestartPolicy(workers: 3, at: .zero)
        for _ in 1...5 { _ = policy.verdict(on: 1, after: .died, at: .zero) }
        #expect(!policy.hasGivenUp)
        _ = policy.verdict(on: 2, after: .died, at: .seconds(1))
        _ = policy.verdict(on: 0, after: .died, at: .seconds(2))
        #expect(policy.due(at: .seconds(3)) == [0, 2])
    }
}
