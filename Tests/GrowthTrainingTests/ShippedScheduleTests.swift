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

    /// As many inputs and classes as MNIST, and nothing to learn: it grows as far as it may.
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

    /// Work in multiply–adds, which are the same on every machine.
    private struct Work {
        /// All of a training.
        var whole: Double
        /// What finding new connections and nodes takes of it.
        var structural: Double
        /// The checks while the network grew.
        var growthChecks: Int

        /// A training that ends after some checks.
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

    /// Two short stages of thinning tell what growing takes, and what each interval of thinning
    /// with its part of tuning takes; the schedule's own stage is as many intervals longer.
    ///
    /// The network has fewer steps to grow in than on MNIST, so the share here is rather larger.
    @Test func `the schedule for MNIST spends under a tenth on finding connections`() throws {
        let schedule = try Self.schedule("mnist.yaml")
        let tuned = Double(schedule.tuningSteps) / Double(schedule.thinningSteps)
        func work(intervals: Int, after growthChecks: Int) throws -> Work {
            let thinned = intervals * schedule.rewiringInterval
            let tuned = Int(tuned * Double(thinned))
            let short = schedule.setting(.thinningSteps, to: .integer(thinned))
                .setting(.tuningSteps, to: .integer(tuned))
            // A check is due every 20 steps, as 20 batches are more than an epoch's 10.
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
