import StudyReports
import Testing
import Trials

@Suite struct FigureTests {
    @Test(
        arguments: [
            (0.95674, 1, "1.0"), (0.94, 1, "0.9"), (-0.04, 1, "0.0"), (-2.56, 1, "-2.6"),
            (3.0, 0, "3"), (1.005, 3, "1.005"), (12.0625, 4, "12.0625"), (.infinity, 2, "inf"),
            (1e16, 1, "1e+16"),
        ] as [(Double, Int, String)])
    func `a number has so many digits behind the point`(
        number: Double, digits: Int, text: String
    ) {
        #expect(Figure.fixed(number, digits) == text)
    }

    @Test func `a mean of counts is whole if it is whole but for rounding`() {
        #expect(Figure.count(72) == "72")
        #expect(Figure.count(72.0000000001) == "72")
        #expect(Figure.count(72.04) == "72.0")
        #expect(Figure.count(71.96) == "72.0")
    }

    @Test func `one thing is singular`() {
        #expect(Figure.number(0, "trial") == "0 trials")
        #expect(Figure.number(1, "trial") == "1 trial")
        #expect(Figure.number(2, "trial") == "2 trials")
    }

    @Test func `a share is a percentage with one digit`() {
        #expect(Figure.percent(0.9567) == "95.7 %")
        #expect(Figure.percent(1) == "100.0 %")
    }

    @Test(
        arguments: [
            (0.4, "0 s"), (99.4, "99 s"), (100, "2 min"), (2700, "45 min"), (5999, "100 min"),
            (6000, "1.7 h"), (86_400, "24.0 h"),
        ] as [(Double, String)])
    func `a time has the unit that suits it`(seconds: Double, text: String) {
        #expect(Figure.time(seconds) == text)
    }

    @Test func `a score is told in its metric`() {
        #expect(ScoreMetric.accuracy.text(0.954) == "95.4 %")
        #expect(ScoreMetric.nrmse.text(0.12345) == "nrmse 0.1235")
        #expect(TargetScore(metric: .accuracy, value: 0.95).text == "95.0 %")
    }
}
