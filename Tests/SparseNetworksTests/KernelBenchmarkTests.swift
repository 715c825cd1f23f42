import SparseNetworks
import Testing

@Suite struct KernelBenchmarkTests {
    @Test func `speeds come from the given clock`() {
        var now = 0.0
        let speeds = KernelBenchmark.run(densities: [0.01], duration: 0.01) {
            now += 0.002
            return now
        }
        // 2,352 of 784 · 300 connections and 64 rows, each time in one step of the clock.
        #expect(speeds.count == 1)
        #expect(abs(speeds[0].forwardGigaflops - 2 * 2352 * 64 / 0.002e9) < 1e-6)
        #expect(abs(speeds[0].backwardGigaflops - 4 * 2352 * 64 / 0.002e9) < 1e-6)
        #expect(abs(speeds[0].peakGigaflops - 384_000 / 0.002e9) < 1e-6)
    }
}
