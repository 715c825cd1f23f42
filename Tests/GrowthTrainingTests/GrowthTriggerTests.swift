import GrowthTraining
import Testing
import Trials

@Suite struct GrowthTriggerTests {
    private let schedule = GrowthSchedule()
        .setting(.patience, to: .integer(2)).setting(.minimumImprovement, to: .real(0.1))
        .setting(.learningRate, to: .real(0.5)).setting(.learningRateDecay, to: .real(0.5))

    @Test func `patience is counted from the last improvement`() {
        var trigger = GrowthTrigger(schedule)
        var plateaus: [Bool] = []
        for loss in [1, 0.95, 0.85, 0.80, 0.77] {
            trigger.note(loss: loss)
            plateaus.append(trigger.isPlateaued)
        }
        #expect(plateaus == [false, false, false, false, true])
    }

    @Test func `small gains may add up to an improvement`() {
        var trigger = GrowthTrigger(schedule)
        trigger.note(loss: 1)
        trigger.note(loss: 0.94)
        trigger.note(loss: 0.89)
        #expect(!trigger.isPlateaued)
        #expect(trigger.learningRate == 0.5)
    }

    @Test func `the learning rate falls without improvement and is reset by a growth`() {
        var trigger = GrowthTrigger(schedule)
        for _ in 0..<3 { trigger.note(loss: 1) }
        #expect(trigger.learningRate == 0.125)
        trigger.restart()
        #expect(trigger.learningRate == 0.5)
        #expect(!trigger.isPlateaued)
        trigger.note(loss: 2)
        #expect(trigger.learningRate == 0.5)
    }

    @Test func `checks of the cooldown after a growth do not count`() {
        var trigger = GrowthTrigger(schedule.setting(.cooldown, to: .integer(2)))
        trigger.restart()
        var plateaus: [Bool] = []
        for _ in 0..<4 {
            trigger.note(loss: 1)
            plateaus.append(trigger.isPlateaued)
        }
        #expect(plateaus == [false, false, false, true])
    }

    @Test func `a loss that is not a number is not an improvement`() {
        var trigger = GrowthTrigger(schedule)
        trigger.note(loss: 1)
        trigger.note(loss: .nan)
        trigger.note(loss: .nan)
        #expect(trigger.isPlateaued)
    }
}
