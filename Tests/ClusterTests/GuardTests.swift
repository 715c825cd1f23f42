import Glibc
import OperatingSystem
import Studies
import Testing
import Trials

extension ClusterTests {
    /// What is promised of trainings that take too much, and of workers that are asked to leave.
    @Suite struct GuardTests {
        private let folder: TestFolder
        private var study: String { folder.file("digits.sqlite") }

        init() throws {
            folder = try TestFolder()
        }

        /// Trainings without end, guarded by what `cluster:` says.
        private func write(cluster: String) throws {
            try folder.write("\(Configs.endless)\ncluster: \(cluster)\n", to: "digits.yaml")
        }

        private func startCoordinator() throws -> RunningProgram {
            try Espalier.start(
                [
                    "coordinator", "digits.yaml", "--study", study, "--bind", folder.endpoint,
                    "--lease", "1h",
                ], name: "coordinator", in: folder)
        }

        private func startWorker(_ options: String...) throws -> RunningProgram {
            try Espalier.start(
                ["worker", folder.endpoint, "--name", "oak"] + options, name: "oak", in: folder)
        }

        @Test(arguments: [
            ("trial_time: 0.1s", TrialGuard.time, 91, "runs for longer than"),
            ("stall_time: 0.001s", .stall, 93, "passed no check for longer than"),
            ("trial_memory: 1MB", .memory, 92, "MB of memory"),
        ])
        func `a worker whose training takes too much says so, ends itself, and names the reason`(
            cluster: String, limit: TrialGuard, status: Int, words: String
        ) async throws {
            try write(cluster: "{\(cluster)}")
            let coordinator = try startCoordinator()
            let worker = try startWorker()
            #expect(try await worker.ended() == .exited(status: status), "\(worker.errors)")
            #expect(worker.errors.contains("worker ends itself: trial 1 "))
            #expect(worker.errors.contains(words))
            try await eventually("the coordinator has heard of it") {
                // The lease in reserve is given back, and counts against nobody.
                try RecordedStudy(study).losses.count == 2
            }
            #expect(
                try RecordedStudy(study).losses.map(\.reason)
                    == [.released(.broke(limit)), .released(.returned)])
            #expect(coordinator.errors.contains(words))
        }

        @Test func `workers that end themselves at once, again and again, are given up by name`()
            async throws
        {
            try write(cluster: "{workers: 1, trial_memory: 1MB}")
            let outcome = try await Espalier.run(
                ["search", "digits.yaml", "--study", study], in: folder)
            #expect(outcome.end == .exited(status: 69))
            let reason = "ended itself (a trial took more memory than cluster.trial_memory)"
            #expect(outcome.errors.contains("worker local-1 \(reason) and is restarted"))
            #expect(
                outcome.errors.contains(
                    "and is not restarted; the last time it \(reason)"), "\(outcome.errors)")
            let recorded = try RecordedStudy(study)
            #expect(recorded.history[TrialID(rawValue: 1)]?.status == .abandoned)
            let status = try await Espalier.run(["status", study], in: folder)
            #expect(
                status.output.contains(
                    "ABANDONED: trial 1 lost 3 attempts (local-1: it took more memory"))
        }

        @Test func `a worker that is asked to leave returns its leases within its grace`()
            async throws
        {
            try write(cluster: "{workers: 1}")
            let coordinator = try startCoordinator()
            let worker = try startWorker("--grace", "0.2s")
            try await eventually("the worker trains") {
                (try? RecordedStudy(study).busyWorkers.count) ?? 0 > 1
            }
            worker.send(signal: SIGTERM)
            #expect(try await worker.ended() == .success, "\(worker.errors)")
            try await eventually("its leases are free") {
                try RecordedStudy(study).busyWorkers == []
            }
            #expect(
                try RecordedStudy(study).losses.allSatisfy { $0.reason == .released(.returned) })
            #expect(coordinator.end == nil)
        }
    }
}
