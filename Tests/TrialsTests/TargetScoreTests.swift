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
}
