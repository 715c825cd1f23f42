import SparseLearning
import Testing

@Suite struct TrainingBenchmarkTests {
    @Test func `times come from the given clock, and the parts add up to the epoch`() {
        // One epoch; the passes over the rows in order; drawing the order; the steps with it; an
        // evaluation.
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
        // A 20th of the 784 · 300 connections from inputs and of the 300 · 100 + 100 · 10 others
        // exists.
        let flops: Double = 200 * (4 * 11_760 + 6 * (1500 + 50))
        #expect(times.last?.flops == flops)
    }

    @Test(arguments: [8.0, 3])
    func `shares add up to one, also where the parts took longer than the epoch`(epoch: Double) {
        let durations = [epoch, 5, 1, 2, 3]
        var now = 0.0
        var readings = 0
        let times = TrainingBenchmark.run(
            on: TrainingBenchmark.randomRows(100), judging: TrainingBenchmark.randomRows(100),
            densities: [0.01], repetitions: 1
        ) {
            if readings % 2 == 1 { now += durations[readings / 2 % durations.count] }
            readings += 1
            return now
        }
        for time in times {
            let shares = [time.kernels, time.rows, time.optimizer].map(time.share(of:))
            #expect(shares.reduce(0, +) == 1)
            #expect(shares.allSatisfy { (0...1).contains($0) })
        }
        #expect(times.count == 1)
    }
}
