import Coordination
import Testing

/// What keeps peers from filling the log.
@Suite struct LogLimitTests {
    @Test func `twenty complaints are told in ten seconds and the others counted`() {
        var tally = ComplaintTally()
        for number in 1...20 {
            #expect(tally.words(for: "nonsense \(number)", at: .zero) == "nonsense \(number)")
        }
        #expect(tally.words(for: "more", at: .seconds(1)) == nil)
        #expect(tally.words(for: "more", at: .seconds(9)) == nil)
        #expect(tally.words(for: "again", at: .seconds(10)) == "again (and 2 others before)")
        #expect(tally.words(for: "again", at: .seconds(10)) == "again")
    }

    @Test func `a line is told again only after a minute, with how often it came meanwhile`() {
        var repetitions = Repetitions()
        #expect(repetitions.line("oak", at: .zero) == "oak")
        #expect(repetitions.line("oak", at: .seconds(30)) == nil)
        #expect(repetitions.line("elm", at: .seconds(30)) == "elm")
        #expect(repetitions.line("oak", at: .seconds(59)) == nil)
        let line = repetitions.line("oak", at: .seconds(60))
        #expect(line == "oak (and 2 times since it was last told)")
    }

    @Test func `at most fifty different lines are told in a minute`() {
        var repetitions = Repetitions()
        for number in 1...50 {
            #expect(repetitions.line("\(number)", at: .zero) == "\(number)")
        }
        #expect(repetitions.line("51", at: .seconds(59)) == nil)
        #expect(repetitions.line("51", at: .seconds(60)) == "51")
    }

    @Test func `a person is warned once when a tenth of the connections is left`() {
        var room = ConnectionRoom(for: 100)
        #expect(room.warning(at: 89) == nil)
        #expect(room.warning(at: 90)?.hasPrefix("90 workers are connected") == true)
        #expect(room.warning(at: 100) == nil)
    }
}
