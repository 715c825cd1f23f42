import Coordination
import Testing

/// How long a worker waits for a coordinator, and when it knows better.
@Suite struct KnockingTests {
    private let endpoint = "tcp://127.0.0.1:5555"

    private func knocking(withKey key: String? = nil) -> Knocking {
        Knocking(at: endpoint, withKey: key, giveUpAfter: .seconds(60))
    }

    @Test func `a worker gives up a coordinator that has not answered for as long as it waits`() {
        var knocking = knocking()
        for seconds: Int64 in [0, 30, 59] {
            #expect(knocking.refusal(after: .unanswered, at: .seconds(seconds)) == nil)
        }
        let refusal = knocking.refusal(after: .unanswered, at: .seconds(60))
        #expect(refusal == .gone(endpoint: endpoint, after: .seconds(60)))
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
        #expect(refusal == .gone(endpoint: endpoint, after: .seconds(60)))
    }

    @Test func `a coordinator that is back is waited for as long again`() {
        var knocking = knocking()
        _ = knocking.refusal(after: .unanswered, at: .zero)
        _ = knocking.refusal(after: .connected, at: .seconds(59))
        #expect(knocking.refusal(after: .hungUp, at: .seconds(61)) == nil)
        #expect(knocking.refusal(after: .unanswered, at: .seconds(120)) == nil)
    }

    @Test func `a key that is refused for good is not tried again`() {
        var knocking = knocking(withKey: "K")
        #expect(knocking.refusal(after: .refused(status: 300), at: .zero) == nil)
        #expect(knocking.refusal(after: .refused(status: 500), at: .zero) == nil)
        #expect(
            knocking.refusal(after: .refused(status: 400), at: .zero)
                == .unknownKey(endpoint: endpoint, key: "K"))
    }

    @Test func `who has keys and who has none are told apart`() {
        var bare = knocking()
        var keyed = knocking(withKey: "K")
        #expect(
            bare.refusal(after: .mechanismMismatch, at: .zero) == .keysWanted(endpoint: endpoint))
        #expect(
            keyed.refusal(after: .mechanismMismatch, at: .zero) == .keysUnwanted(endpoint: endpoint)
        )
        #expect(
            keyed.refusal(after: .undecipherable, at: .zero)
                == .hungUp(endpoint: endpoint, hasKeys: true))
    }

    @Test func `a stranger that hangs up three times in a row is no coordinator for this worker`() {
        var knocking = knocking()
        #expect(knocking.refusal(after: .hungUp, at: .seconds(1)) == nil)
        #expect(knocking.refusal(after: .hungUp, at: .seconds(2)) == nil)
        #expect(knocking.refusal(after: .unanswered, at: .seconds(3)) == nil)
        #expect(knocking.refusal(after: .hungUp, at: .seconds(4)) == nil)
        #expect(knocking.refusal(after: .hungUp, at: .seconds(5)) == nil)
        let refusal = knocking.refusal(after: .hungUp, at: .seconds(6))
        #expect(refusal == .hungUp(endpoint: endpoint, hasKeys: false))
    }

    @Test func `who speaks another language is no coordinator`() {
        var knocking = knocking()
        let refusal = knocking.refusal(after: .malformed, at: .zero)
        #expect(refusal == .unintelligible(endpoint: endpoint))
    }

    @Test(arguments: [
        (Duration.milliseconds(300), "for less than a second:"), (.seconds(1), "for 1 second:"),
        (.seconds(90), "for 90 seconds:"), (.seconds(120), "for 2 minutes:"),
        (.seconds(24 * 3600), "for 24 hours:"),
    ])
    func `a worker that gives up says for how long nobody answered`(
        time: Duration, words: String
    ) {
        let refusal = CoordinatorRefusal.gone(endpoint: endpoint, after: time)
        #expect("\(refusal)".contains(words), "\(refusal)")
    }
}
