import Testing
import Trials

@Suite struct ParameterDomainTests {
    private let real = ParameterDomain.real(range: 0...1, scale: .linear)
    private let integer = ParameterDomain.integer(range: 1...9, scale: .linear)
    private let words = ParameterDomain.category(choices: ["a", "b"])

    @Test func `a domain holds values of its kind within its bounds`() {
        #expect(real.contains(.real(0)) && real.contains(.real(1)))
        #expect(!real.contains(.real(1.0.nextUp)) && !real.contains(.real(.nan)))
        #expect(!real.contains(.integer(1)))
        #expect(integer.contains(.integer(9)) && !integer.contains(.integer(10)))
        #expect(!integer.contains(.real(3)))
        #expect(words.contains(.category("b")) && !words.contains(.category("c")))
    }

    @Test func `a domain holds narrower domains of its kind`() {
        #expect(real.contains(.real(range: 0.2...1, scale: .log)))
        #expect(!real.contains(.real(range: 0.2...1.1, scale: .log)))
        #expect(!real.contains(.integer(range: 0...1, scale: .linear)))
        #expect(integer.contains(.integer(range: 1...1, scale: .log)))
        #expect(!integer.contains(.integer(range: 0...1, scale: .linear)))
        #expect(words.contains(.category(choices: ["b"])))
        #expect(!words.contains(.category(choices: ["b", "c"])))
        #expect(!words.contains(.category(choices: [])))
    }

    @Test func `a parameter can vary within its domain, if the scale can spread the range`() {
        let patience = ScheduleParameter.patience
        #expect(patience.canVary(over: .integer(range: 1...9, scale: .log)))
        #expect(!patience.canVary(over: .integer(range: 0...9, scale: .linear)))
        let cooldown = ScheduleParameter.cooldown
        #expect(cooldown.canVary(over: .integer(range: 0...9, scale: .linear)))
        #expect(!cooldown.canVary(over: .integer(range: 0...9, scale: .log)))
        #expect(!ScheduleParameter.lasso.canVary(over: .real(range: 0...0.1, scale: .log)))
        #expect(ScheduleParameter.thinning.canVary(over: .category(choices: ["none"])))
        let twice = ParameterDomain.category(choices: ["none", "none"])
        #expect(!ScheduleParameter.thinning.canVary(over: twice))
    }

    @Test func `expectations are readable text`() {
        #expect(real.expectation == "a number from 0.0 to 1.0")
        #expect(integer.expectation == "a whole number from 1 to 9")
        #expect(words.expectation == "one of a, b")
    }
}
