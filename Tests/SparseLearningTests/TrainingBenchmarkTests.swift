import SparseLearning
import Testing

@Suite struct TrainingBenchmarkTests {
    @Test func `times come from the clock that is passed in, and parts make up the epoch`() {
        // An epoch, its passes with the order of rows, the order, steps with it, an evaluation.
        let durations = [8.0, 5, 1, 2, 3]
        var now = 0.0
        var readings = 0
        let times = TrainingBenchmark.run(
            on: TrainingBenchmark.randomRows(200), judging: TrainingBenchmark.randomRows(100),
            densities: [0.01, 0.05], repetitions: 1
        ) {
            if readings % 2 == 1 { now += durations[readings / 2 % durations.count] }
            readings += 1
            return now
        }
        #expect(times.map(\.density) == [0.01, 0.05])
        for time in times {
            #expect(time.epoch == 8 && time.kernels == 4 && time.optimizer == 1)
            #expect(time.rows == 3 && time.validation == 3)
            #expect(time.gigaflops == time.flops / 4e9)
        }
        // Of 784 · 300 connections from inputs and 300 · 100 + 100 · 10 others a 20th is there.
        let flops: Double = 200 * (4 * 11_760 + 6 * (1500 + 50))
        #expect(times.last?.flops == flops)
    }
}
