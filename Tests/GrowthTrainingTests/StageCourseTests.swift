import Glibc
import GrowthTraining
import Testing

@Suite struct StageCourseTests {
    private func course(_ step: Int) -> StageCourse { StageCourse(step: step, of: 64) }

    /// 1 − p²·(3 − 2p): exact in quarters.
    @Test func `the cosine falls from 1 to 0, slowly at its ends`() {
        #expect([0, 16, 32, 48, 64].map { course($0).cosine } == [1, 0.84375, 0.5, 0.15625, 0])
    }

    /// ½ + ½·cos(π·p): Loshchilov and Hutter 2017, equation 5.
    @Test func `the cosine is that of the paper to within a hundredth`() {
        for step in 0...64 {
            let cosine = 0.5 + 0.5 * cos(Double(step) / 64 * .pi)
            #expect(abs(course(step).cosine - cosine) <= 0.0101)
        }
    }

    @Test func `the step size falls to a half while thinning`() {
        #expect([0, 32, 64].map { course($0).thinningRate } == [1, 0.75, 0.5])
    }

    @Test func `the step size falls to a fortieth while tuning`() {
        let rates = [0, 32, 64].map { course($0).tuningRate }
        #expect(zip(rates, [0.5, 0.2625, 0.025]).allSatisfy { abs($0 - $1) < 1e-15 })
    }

    /// Zhu and Gupta 2018, equation 1: 200 + 640 · (1 − p)³.
    @Test func `connections fall by the cube of what is left`() {
        #expect(
            [0, 16, 32, 48, 64].map { course($0).count(from: 840, to: 200) }
                == [840, 470, 280, 210, 200])
    }

    @Test func `what comes after the last step is as the last one`() {
        #expect(course(100).cosine == 0)
        #expect(course(100).count(from: 840, to: 200) == 200)
    }
}
