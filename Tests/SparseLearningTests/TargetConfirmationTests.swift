import SparseLearning
import Testing

@Suite struct TargetConfirmationTests {
    /// After each check, whether the target is confirmed; a 1 is a check at the target.
    private func confirmations(of checks: [Int]) -> [Bool] {
        var confirmation = TargetConfirmation()
        return checks.map { hit in
            confirmation.note(
                Check(loss: 1, score: 0.5, isFinite: true, isAtTarget: hit == 1))
            #expect(confirmation.isAtTarget == (hit == 1))
            return confirmation.isConfirmed
        }
    }

    @Test func `nothing is confirmed without a check`() {
        #expect(!TargetConfirmation().isConfirmed)
        #expect(!TargetConfirmation().isAtTarget)
    }

    @Test func `two checks in a row confirm the target`() {
        #expect(confirmations(of: [1, 1, 1]) == [false, true, true])
    }

    @Test func `a check that misses begins the count again`() {
        #expect(confirmations(of: [1, 0, 1, 0]) == [false, false, false, false])
        #expect(confirmations(of: [1, 0, 1, 1, 0]) == [false, false, false, true, false])
    }
}
