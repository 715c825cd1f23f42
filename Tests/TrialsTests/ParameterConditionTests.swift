import Testing
import Trials

@Suite struct ParameterConditionTests {
    private let rows = ParameterTable.rows

    @Test func `a condition holds for some legal values and not for others`() {
        for condition in rows.flatMap(\.conditions) {
            let answers = Set(
                Self.samples(of: condition.parameter).map { value in
                    condition.holds(for: GrowthSchedule().setting(condition.parameter, to: value))
                })
            #expect(answers == [true, false], "\(condition)")
        }
    }

    @Test func `no condition comes back to its own parameter`() {
        for row in rows {
            var open = row.conditions.map(\.parameter)
            var seen: Set<ScheduleParameter> = []
            while let next = open.popLast() {
                #expect(next != row.parameter)
                if seen.insert(next).inserted {
                    open += next.definition.conditions.map(\.parameter)
                }
            }
        }
    }

    @Test func `what has no condition always means something`() {
        let bare = rows.filter(\.conditions.isEmpty).map(\.parameter)
        for parameter in ScheduleParameter.allCases {
            for value in Self.samples(of: parameter) {
                let schedule = GrowthSchedule().setting(parameter, to: value)
                #expect(bare.allSatisfy(schedule.means))
            }
        }
    }

    @Test func `without thinning nothing that is of thinning means anything`() {
        let schedule = GrowthSchedule().setting(.thinning, to: .category("none"))
        #expect(!schedule.means(.thinningRate) && !schedule.means(.secondGrowth))
        #expect(!schedule.means(.tuningSteps) && !schedule.means(.thinningWeightDecay))
        #expect(schedule.means(.thinning) && schedule.means(.patience))
        #expect(GrowthSchedule().means(.thinningRate))
    }

    @Test func `one of several conditions is enough`() {
        let growing = GrowthSchedule().setting(.thinning, to: .category("none"))
        #expect(!growing.means(.rewiringBatches))
        #expect(growing.setting(.growthRewiringInterval, to: .integer(1)).means(.rewiringBatches))
        let bare = GrowthSchedule().setting(.nodeInsertionRate, to: .real(0))
        #expect(!bare.means(.nodePlacement) && !bare.means(.nodeFanIn))
        let started = bare.setting(.initialHiddenNodes, to: .integer(1))
        #expect(started.means(.nodePlacement) && !started.means(.nodeFanIn))
    }

    @Test func `the parameters that mean something are in the order of the table`() {
        let all = GrowthSchedule().meaningfulParameters
        #expect(all.count > 40 && all == all.sorted { $0.position < $1.position })
        let growing = GrowthSchedule().setting(.thinning, to: .category("none"))
        let lost = Set(all).subtracting(growing.meaningfulParameters)
        #expect(lost.count == 16 && lost.contains(.rewiringBatches))
    }

    /// Both ends of a range and the default, or every word.
    private static func samples(of parameter: ScheduleParameter) -> [ParameterValue] {
        let definition = parameter.definition
        switch definition.domain {
        case .real(let range, _):
            return [.real(range.lowerBound), definition.defaultValue, .real(range.upperBound)]
        case .integer(let range, _):
            return [
                .integer(range.lowerBound), definition.defaultValue, .integer(range.upperBound),
            ]
        case .category(let choices): return choices.map(ParameterValue.category)
        }
    }
}
