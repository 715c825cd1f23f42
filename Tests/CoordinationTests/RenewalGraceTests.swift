import Coordination
import Testing

@Suite struct RenewalGraceTests {
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
}
