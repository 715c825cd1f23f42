import SparseLearning
import LocalTraining
import Randomness
import SparseNetworks
import Studies
import StudyFiles
import Testing
import Trials

extension ClusterTests {
    /// A training is a pure function of its task, on every machine.
    @Suite struct FingerprintTests {
        private let folder: TestFolder
        private let schedule = ["patience": 3, "batch_size": 48, "node_fan_in": 5]

        init() throws {
            folder = try TestFolder()
            try folder.write(
                """
                study: spirals
                data: {generated: two_spirals, points_per_arm: 40, split: shared}
                objective: {accuracy: 0.95}
                space: {patience: {from: 1, to: 12}}
                limits: {checks: 400}
                budget: {trials: 1}
                """, to: "spirals.yaml")
            let text = schedule.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
            try folder.write(text.joined(), to: "schedule.yaml")
        }

        private func grown(_ arguments: String...) async throws -> String? {
            let report = try await Espalier.result(
                of: ["grow", "schedule.yaml", "--config", "spirals.yaml"] + arguments, in: folder)
            #expect(try #require(report["curve"]?.elements).count > 10)
            return report["fingerprint"]?.string
        }

        private func trainedHere(seed: UInt64) throws -> String? {
            let loaded = try LoadedStudy(config: folder.file("spirals.yaml"))
            var schedule = GrowthSchedule()
            for (name, value) in self.schedule {
                let parameter = try #require(ScheduleParameter(rawValue: name))
                try schedule.set(parameter, to: .integer(value))
            }
            let definition = loaded.definition
            let task = TrainingTask(
                schedule: schedule, dataset: definition.dataset, split: definition.split,
                target: definition.target, seed: Seed(rawValue: seed), limits: definition.limits)
            let trained = MeasuredTraining.run(task: task, dataset: try loaded.prepared(for: task))
            return trained?.report.fingerprint.rawValue
        }

        @Test func `two processes and this one train the same network`() async throws {
            let first = try #require(try await grown("--seed", "7"))
            #expect(try await grown("--seed", "7") == first)
            #expect(try trainedHere(seed: 7) == first)
            #expect(try await grown("--seed", "8") != first)
        }

        @Test(
            .enabled(
                if: InstructionSet.best != .baseline, "this processor has one instruction set"))
        func `another instruction set gives the same network`() async throws {
            let usual = try #require(try await grown())
            #expect(try await grown("--instruction-set", "baseline") == usual)
        }
    }
}
