import ScheduleSearch
import Studies
import Testing
import Trials

/// What makes the definition of a config that of another study.
@Suite struct DifferenceTests {
    private func definition(_ space: SearchSpace) throws -> StudyDefinition {
        let some = try Fixture.definition()
        return StudyDefinition(
            name: some.name, dataset: some.dataset, learning: some.learning, split: some.split,
            target: some.target, space: space, certification: some.certification)
    }

    @Test func `a study that began before idle parameters were fixed goes on`() throws {
        let dimensions = try Fixture.definition().space.dimensions
        let before = try definition(SearchSpace(dimensions: dimensions))
        let now = try definition(SearchSpace(dimensions: dimensions, fixesIdle: true))
        #expect(now != before)
        #expect(now.differences(from: before).isEmpty)
        let other = try definition(SearchSpace(dimensions: [], fixesIdle: true))
        #expect(other.differences(from: before) == ["space"])
    }
}
