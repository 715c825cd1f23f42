import Datasets
import FoundationEssentials
import GrowthTraining
import SparseLearning
import Randomness
import StudyDocuments
import Testing
import Trials

@Suite struct ShippedScheduleTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "configs/schedules")

    private static func schedule(_ name: String) throws -> GrowthSchedule {
        let text = try Data(contentsOf: folder.appending(path: name))
        return try ScheduleDocument.read(yaml: String(decoding: text, as: UTF8.self), file: name)
    }

    @Test func `every shipped schedule is legal`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(names.count >= 4)
        for name in names { _ = try Self.schedule(name) }
    }

    /// As many inputs and classes as MNIST, but random labels: the network grows to its limit.
    private static let noise = PreparedDataset(
        training: noise(rows: 640, seed: 1), validation: noise(rows: 64, seed: 2),
        test: noise(rows: 64, seed: 3))

    private static func noise(rows: Int, seed: UInt64) -> Samples {
        var generator = Seed(rawValue: seed).generator()
        return Samples(
            features: (0..<(784 * rows)).map { _ in Float(generator.normal()) },
            targets: .classes(
                labels: (0..<rows).map { Int32($0 % 10) }, names: (0..<10).map(String.init)),
            featureCount: 784)
    }

    /// Numbers of multiply–adds, which are the same on every machine.
    private struct Work {
        /// Work of the whole training.
        var whole: Double
        /// Work of finding new connections and nodes.
        var structural: Double
        /// The checks of the growth phase.
        var growthChecks: Int

        /// A training that ends after a number of checks.
        init(_ schedule: GrowthSchedule, checks: Int) throws {
            let task = TrainingTask(
                schedule, target: 1, limits: TrainingLimits(checks: checks))
            let trained = try #require(
                GrowthTrainer(task: task, dataset: ShippedScheduleTests.noise).train())
            whole = Double(trained.report.multiplyAdds)
            structural = Double(trained.structuralWork)
            growthChecks = trained.report.curve.count { $0.phase == .grow }
        }
    }

    /// Two short stages of thinning measure the work of growing and of each interval of thinning
    /// with its share of tuning; the schedule's own stage is longer by a number of intervals.
    ///
    /// Growth has fewer steps here than on MNIST, so the measured share is rather too large.
    @Test func `the schedule for MNIST spends less than a tenth on finding connections`() throws {
        let schedule = try Self.schedule("mnist.yaml")
        let tuned = Double(schedule.tuningSteps) / Double(schedule.thinningSteps)
        func work(intervals: Int, after growthChecks: Int) throws -> Work {
            let thinned = intervals * schedule.rewiringInterval
            let tuned = Int(tuned * Double(thinned))
            let short = schedule.setting(.thinningSteps, to: .integer(thinned))
                .setting(.tuningSteps, to: .integer(tuned))
            // A check is due every 20 steps, because 20 batches are more than the 10 of an epoch.
            return try Work(short, checks: growthChecks + (thinned + tuned) / 20)
        }
        let growthChecks = try work(intervals: 1, after: 100).growthChecks
        let first = try work(intervals: 3, after: growthChecks)
        let second = try work(intervals: 6, after: growthChecks)
        #expect(first.growthChecks == growthChecks && second.growthChecks == growthChecks)
        let more = Double(schedule.thinningSteps / schedule.rewiringInterval - 3) / 3
        let structural = first.structural + more * (second.structural - first.structural)
        let whole = first.whole + more * (second.whole - first.whole)
        #expect(second.structural > first.structural)
        #expect(structural / whole < 0.1, "\(structural / whole)")
    }
}
