import StudyDocuments
import Testing

@Suite struct TimeTests {
    @Test(
        arguments: [
            ("90s", 90), ("45m", 2700), ("8h", 28_800), ("0.5m", 30), ("1.5h", 5400),
        ] as [(String, Double)])
    func `a span of time has seconds, minutes or hours`(text: String, seconds: Double) throws {
        let span = try #require(TimeSpan(text))
        #expect(span.seconds == seconds)
        #expect(span.duration == .seconds(seconds))
    }

    @Test(arguments: ["", "m", "45", "45d", "0s", "-3m", "infs", "nanh", "4 5m", "1e308h"])
    func `what is no span of time is none`(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test(
        arguments: [
            (86_400, "24h"), (2700, "45m"), (90, "90s"), (30, "30s"), (1.5, "1.5s"),
        ] as [(Double, String)])
    func `a span is written as it is read`(seconds: Double, text: String) {
        #expect("\(TimeSpan(seconds: seconds))" == text)
        #expect(TimeSpan(text)?.seconds == seconds)
    }

    @Test(arguments: ["7", "24:00", "12:60", "07:00:00", ":", "a:b", "-1:30"])
    func `what is no time of day is none`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test(
        arguments: [
            // At 06:30, at 06:59:30, at 07:00 itself, at 07:00:01 and at 23:00.
            (6 * 3600 + 30 * 60, 1800), (7 * 3600 - 30, 30), (7 * 3600, 86_400),
            (7 * 3600 + 1, 86_399), (23 * 3600, 8 * 3600),
        ])
    func `the time until seven o'clock is past midnight if it was seven today`(
        clock: Int, left: Int
    ) throws {
        let seven = try #require(TimeOfDay("07:00"))
        #expect(seven.timeLeft(from: clock) == .seconds(left))
    }

    @Test func `minutes of a time of day count`() throws {
        #expect(try #require(TimeOfDay("0:05")).timeLeft(from: 60) == .seconds(240))
    }
}
