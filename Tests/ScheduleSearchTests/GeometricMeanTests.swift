import ScheduleSearch
import Testing

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
