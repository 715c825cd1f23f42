import ScheduleSearch
import SearchBenchmark
import Testing
import Trials

@Suite struct ScheduleGridTests {
    private let grid = ScheduleGrid(
        over: SearchSpace(dimensions: [
            .init(
                parameter: .learningRate,
                domain: .real(range: 0.001...0.1, scale: .log)),
            .init(parameter: .patience, domain: .integer(range: 1...9, scale: .linear)),
            .init(
                parameter: .growthCriterion, domain: .category(choices: ["random", "gradient"])),
        ]), counts: [.learningRate: 3], usual: 2)

    @Test func `levels are spread over the scale, including both ends`() throws {
        #expect(grid.count == 3 * 2 * 2)
        let place = grid.space.dimensions.firstIndex { $0.parameter == .learningRate }
        #expect(grid.levels[try #require(place)] == [.real(0.001), .real(0.01), .real(0.1)])
    }

    @Test func `every cell is the nearest to its own schedule`() {
        for cell in 0..<grid.count {
            #expect(grid.cell(nearest: grid.schedule(at: cell)) == cell)
        }
    }

    @Test func `a value is rounded to the nearest level on its scale`() {
        // 0.02 is nearer to 0.01 than to 0.1 by ratio. 0.04 is nearer to 0.1 by ratio, but not by
        // difference.
        func rate(_ value: Double) -> ParameterValue {
            let schedule = grid.schedule(at: 0).setting(.learningRate, to: .real(value))
            return grid.schedule(at: grid.cell(nearest: schedule))[.learningRate]
        }
        #expect(rate(0.02) == .real(0.01))
        #expect(rate(0.04) == .real(0.1))
    }
}
