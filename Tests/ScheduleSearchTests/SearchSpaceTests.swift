import ScheduleSearch
import Testing
import Trials

@Suite struct SearchSpaceTests {
    @Test func `dimensions have the order of the table`() {
        let positions = Spaces.mixed.dimensions.map(\.parameter.position)
        #expect(positions == positions.sorted())
    }

    @Test func `a space contains only schedules that vary within its domains`() {
        let base = Spaces.mixed.base
        #expect(Spaces.mixed.contains(base))
        #expect(Spaces.mixed.contains(base.setting(.patience, to: .integer(12))))
        #expect(!Spaces.mixed.contains(base.setting(.patience, to: .integer(13))))
        #expect(!Spaces.mixed.contains(base.setting(.batchSize, to: .integer(511))))
    }

    @Test func `the nearest schedule of a space keeps values inside it`() {
        let outside = Spaces.mixed.base
            .setting(.patience, to: .integer(40))
            .setting(.incrementSize, to: .real(0.123456789))
            .setting(.batchSize, to: .integer(511))
        let nearest = Spaces.mixed.nearest(to: outside)
        #expect(Spaces.mixed.contains(nearest))
        #expect(nearest.patience == 12)
        #expect(nearest.incrementSize == 0.123456789)
        #expect(nearest.batchSize == Spaces.mixed.base.batchSize)
    }
}
