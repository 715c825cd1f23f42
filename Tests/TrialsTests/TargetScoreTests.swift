import Testing
import Trials

@Suite struct TargetScoreTests {
    @Test func `more accuracy is better`() {
        let target = TargetScore(metric: .accuracy, value: 0.75)
        #expect(target.isReached(by: 0.75) && target.isReached(by: 1))
        #expect(!target.isReached(by: 0.75.nextDown))
        #expect(target.shortfall(of: 0.5) == 0.25)
        #expect(target.shortfall(of: 1) == -0.25)
    }

    @Test func `less error is better`() {
        let target = TargetScore(metric: .nrmse, value: 0.25)
        #expect(target.isReached(by: 0.25) && target.isReached(by: 0))
        #expect(!target.isReached(by: 0.25.nextUp))
        #expect(target.shortfall(of: 0.5) == 0.25)
        #expect(target.shortfall(of: 0) == -0.25)
    }

    @Test(arguments: [
        (0.9375, 0.875, 2.0), (0.9375, 0.9375, 1.0), (0.9375, 1.0, 0.0), (0.5, 0.0, 2.0),
        (0.984375, 0.9375, 4.0),
    ])
    func `errors of an accuracy are counted in those that the target allows`(
        value: Double, score: Double, ratio: Double
    ) {
        let target = TargetScore(metric: .accuracy, value: value)
        #expect(target.errorRatio(of: score) == ratio)
    }

    @Test(arguments: [(0.5, 1.0, 2.0), (0.0625, 0.25, 4.0), (0.25, 0.25, 1.0), (0.25, 0.0, 0.0)])
    func `an error of numbers is counted in the largest that the target allows`(
        value: Double, score: Double, ratio: Double
    ) {
        let target = TargetScore(metric: .nrmse, value: value)
        #expect(target.errorRatio(of: score) == ratio)
    }

    @Test func `a target that allows no error counts hundredths`() {
        let accuracy = TargetScore(metric: .accuracy, value: 1)
        #expect(abs(accuracy.errorRatio(of: 0.97) - 3) < 1e-9)
        let error = TargetScore(metric: .nrmse, value: 0)
        #expect(abs(error.errorRatio(of: 0.03) - 3) < 1e-9)
    }
}
