import Testing
import Trials

@Suite struct GrowthScheduleTests {
    @Test func `the text of a schedule never changes`() throws {
        #expect(try Fixtures.text(Fixtures.schedule) == Fixtures.scheduleText)
    }

    @Test func `a schedule that was written is read back`() throws {
        #expect(
            try Fixtures.value(GrowthSchedule.self, from: Fixtures.scheduleText)
                == Fixtures.schedule
        )
        #expect(
            try Fixtures.value(GrowthSchedule.self, from: Fixtures.text(GrowthSchedule()))
                == GrowthSchedule()
        )
    }

    @Test func `a parameter that a text does not name has the value of before it was known`() throws
    {
        let schedule = try Fixtures.value(GrowthSchedule.self, from: #"{"patience":11}"#)
        #expect(schedule == GrowthSchedule.earlier.setting(.patience, to: .integer(11)))
        #expect(try Fixtures.value(GrowthSchedule.self, from: "{}") == .earlier)
    }

    @Test func `what trainings did before parameters were known stays`() {
        let changed = ScheduleParameter.allCases.filter {
            GrowthSchedule.earlier[$0] != GrowthSchedule()[$0]
        }
        #expect(
            changed.map { "\($0.rawValue) \(GrowthSchedule.earlier[$0])" } == [
                "drop_fraction 0.15", "rounds 2", "thinning_failures 2", "growth_return none",
                "growth_capacity 0.0",
            ])
    }

    @Test func `a whole number is read as a real number`() throws {
        let schedule = try Fixtures.value(GrowthSchedule.self, from: #"{"increment_size":2}"#)
        #expect(schedule.incrementSize == 2)
    }

    @Test(arguments: [
        (#"{"patiense":3}"#, "no parameter of a schedule has this name"),
        (#"{"patience":0}"#, "patience is 0, expected a whole number from 1 to 1000"),
        (#"{"patience":2.5}"#, "patience is 2.5, expected a whole number from 1 to 1000"),
        (#"{"patience":"3"}"#, "patience is 3, expected a whole number from 1 to 1000"),
        (#"{"momentum":1}"#, "momentum is 1.0, expected a number from 0.0 to 0.99"),
        (#"{"activation":"sine"}"#, "activation is sine, expected one of leaky, tanh, relu"),
    ])
    func `an unknown name or illegal value is refused`(text: String, complaint: String) {
        let error = #expect(throws: DecodingError.self) {
            try Fixtures.value(GrowthSchedule.self, from: text)
        }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("\(text) failed with \(String(describing: error))")
            return
        }
        #expect(context.debugDescription == complaint)
        #expect(context.codingPath.count == 1)
    }

    @Test(arguments: [
        (ScheduleParameter.patience, ParameterValue.integer(0)), (.momentum, .integer(0)),
        (.activation, .category("sine")),
    ])
    func `an illegal value leaves a schedule as it was`(
        parameter: ScheduleParameter,
        value: ParameterValue
    ) {
        var schedule = Fixtures.schedule
        let error = #expect(throws: ScheduleError.self) {
            try schedule.set(parameter, to: value)
        }
        #expect(error?.parameter == parameter)
        #expect(error?.value == value)
        #expect(schedule == Fixtures.schedule)
    }

    @Test func `a legal value changes nothing else`() throws {
        var schedule = Fixtures.schedule
        try schedule.set(.patience, to: .integer(9))
        #expect(schedule.patience == 9)
        try schedule.set(.patience, to: .integer(5))
        #expect(schedule == Fixtures.schedule)
    }
}
