import GrowthTraining
import Testing

@Suite struct TrainingBenchmarkTests {
    @Test func `times come from the clock that is passed in, and parts make up the epoch`() {
        var now = 0.0
        let times = TrainingBenchmark.run(
            on: TrainingBenchmark.randomRows(200), judging: TrainingBenchmark.randomRows(100),
            densities: [0.01, 0.05], repetitions: 1
        ) {
            now += 0.5
            return now
        }
        #expect(times.map(\.density) == [0.01, 0.05])
        for time in times {
            #expect(time.epoch == 0.5 && time.rows == 0.5 && time.validation == 0.5)
            #expect(time.kernels == max(0, time.epoch - time.rows - time.optimizer))
        }
    }
}
