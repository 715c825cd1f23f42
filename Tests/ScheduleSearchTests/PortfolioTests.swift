import FoundationEssentials
import ScheduleSearch
import Testing
import Trials

@Suite struct PortfolioTests {
    @Test func `a portfolio has few schedules, all different`() {
        let schedules = Portfolio.schedules
        #expect((6...10).contains(schedules.count))
        #expect(Set(schedules).count == schedules.count && !schedules.contains(GrowthSchedule()))
    }

    @Test func `its schedules differ in what they mean, not only in values that mean nothing`() {
        for schedule in Portfolio.schedules {
            let changed = ScheduleParameter.allCases.filter {
                schedule[$0] != GrowthSchedule()[$0]
            }
            #expect(changed.allSatisfy(schedule.means))
        }
    }

    @Test func `settings without a design are read and written as before there was one`() throws {
        let text =
            #"{"capping":true,"racing":true,"seed":1,"start_from":[],"strategy":"evolution"}"#
        let read = try JSONDecoder().decode(SearchSettings.self, from: Data(text.utf8))
        #expect(read == SearchSettings() && read.design == 20)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(read), as: UTF8.self) == text)
    }

    @Test func `settings with a portfolio are read back`() throws {
        let settings = SearchSettings().startingWithPortfolio
        let text = try JSONEncoder().encode(settings)
        #expect(try JSONDecoder().decode(SearchSettings.self, from: text) == settings)
        #expect(settings.withoutStart == SearchSettings())
    }
}
