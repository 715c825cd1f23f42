import Coordination
import Studies
import StudyFiles
import Testing
import ZeroMQ

/// How long a worker waits for a coordinator, a coordinator for renewals, and a search for its end.
@Suite struct PatienceTests {
    private let endpoint = "tcp://127.0.0.1:5555"

    private func knocking() -> Knocking {
        Knocking(at: endpoint, withKey: nil, giveUpAfter: .seconds(60))
    }

    @Test func `a worker gives up a coordinator that has not answered for as long as it waits`() {
        var knocking = knocking()
        for seconds: Int64 in [0, 30, 59] {
            #expect(knocking.refusal(after: .unanswered, at: .seconds(seconds)) == nil)
        }
        let refusal = knocking.refusal(after: .unanswered, at: .seconds(60))
        #expect(refusal == .gone(endpoint: endpoint, minutes: 1))
    }

    @Test(arguments: [Knocking.Answer.hungUp, .stalled, .malformed])
    func `what answers for a coordinator that is gone makes nobody wait longer`(
        answer: Knocking.Answer
    ) {
        var knocking = knocking()
        #expect(knocking.refusal(after: .connected, at: .zero) == nil)
        for seconds: Int64 in 1...60 {
            #expect(knocking.refusal(after: answer, at: .seconds(seconds)) == nil)
        }
        let refusal = knocking.refusal(after: answer, at: .seconds(61))
        #expect(refusal == .gone(endpoint: endpoint, minutes: 1))
    }

    @Test func `a coordinator that is back is waited for as long again`() {
        var knocking = knocking()
        _ = knocking.refusal(after: .unanswered, at: .zero)
        _ = knocking.refusal(after: .connected, at: .seconds(59))
        #expect(knocking.refusal(after: .hungUp, at: .seconds(61)) == nil)
        #expect(knocking.refusal(after: .unanswered, at: .seconds(120)) == nil)
    }

    @Test func `a worker knocks again well within a lease that a coordinator has inherited`() {
        let pause = SocketSettings.worker.reconnectInterval.upperBound
        #expect(.milliseconds(pause) * 2 < CoordinatorSettings().leaseDuration)
    }

    @Test func `renewals are waited for after a standstill, and while messages wait`() {
        var grace = RenewalGrace()
        grace.note(turnAt: .seconds(1), readAll: true)
        #expect(!grace.holds(at: .seconds(1)))
        grace.note(turnAt: .seconds(21), readAll: true)
        #expect(grace.holds(at: .seconds(23)))
        #expect(!grace.holds(at: .seconds(24)))
        for second: Int64 in 22...40 {
            for part in 0..<5 {
                grace.note(turnAt: .seconds(second) + .milliseconds(200 * part), readAll: false)
            }
        }
        #expect(!grace.holds(at: .seconds(40)), "a flood keeps no lease alive")
        grace.note(turnAt: .seconds(41), readAll: true)
        grace.note(turnAt: .seconds(42), readAll: false)
        #expect(grace.holds(at: .seconds(44)))
    }

    @Test func `a search ends by whichever clock says so first`() throws {
        let study = try Self.searching()
        let deadline = SearchDeadline(end: .seconds(100), wallEnd: 50_000)
        func request(at now: Int64, wall: Int) -> TurnRequest {
            deadline.request(study, workers: 1, at: .seconds(now), wall: wall)
        }
        #expect(request(at: 40, wall: 40_000) == .proceed)
        #expect(request(at: 40, wall: 50_000) == .stop(.deadline), "the machine slept")
        #expect(request(at: 100, wall: 40_000) == .stop(.deadline), "the clock was put back")
        let endless = SearchDeadline(end: nil, wallEnd: nil)
        #expect(endless.request(study, workers: 1, at: .seconds(1 << 30), wall: .max) == .proceed)
    }

    /// A study that has begun to search.
    private static func searching() throws -> StudyState {
        let folder = try TestFolder()
        try folder.write(Configs.quick(), to: "quick.yaml")
        let loaded = try LoadedStudy(config: folder.file("quick.yaml"))
        return try StudyState(replaying: [
            .defined(definition: loaded.definition), .budgeted(budget: StudyBudget(trials: 8)),
        ])
    }
}
