import SparseNetworks
import Testing

@Suite struct KernelBenchmarkTests {
    @Test func `speeds come from the given clock`() {
        var now = 0.0
        let speeds = KernelBenchmark.run(densities: [0.01], duration: 0.01) {
            now += 0.002
            return now
        }
        #expect(speeds.count == 1)
        #expect(speeds.allSatisfy { $0.forwardGigaflops > 0 && $0.backwardGigaflops > 0 })
        #expect(speeds.allSatisfy { $0.peakGigaflops.isFinite && $0.peakGigaflops > 0 })
    }
}
