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

@Suite struct GeometricMeanTests {
    @Test func `the geometric mean of powers is the power of the mean`() {
        #expect(abs(geometricMean([1, 100]) - 10) < 1e-12)
        #expect(abs(geometricMean([2, 4, 8]) - 4) < 1e-12)
        #expect(abs(geometricMean([7]) - 7) < 1e-13)
    }

    @Test func `it does not overflow or underflow even if the product would`() {
        #expect(abs(geometricMean([1e300, 1e300, 1e300]) / 1e300 - 1) < 1e-12)
        #expect(abs(geometricMean([1e-300, 1e-300]) / 1e-300 - 1) < 1e-12)
    }
}
