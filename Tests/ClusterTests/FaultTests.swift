import FoundationEssentials
import Glibc
import OperatingSystem
import Randomness
import Studies
import Testing
import Trials

extension ClusterTests {
    /// What is promised when the machine itself misbehaves while a study runs.
    @Suite struct FaultTests {
        @Test func `workers that are killed at random again and again leave a sound study`()
            async throws
        {
            let stage = try FaultStage()
            let coordinator = try stage.startCoordinator("coordinator")
            let names = ["oak", "elm", "ash"]
            var workers = try names.map { try stage.startWorker($0) }
            var generator = Seed(rawValue: 8).generator()
            for death in 1...8 {
                let before = RecordedStudy.reports(in: stage.study)
                let patience = generator.integer(below: 4)
                try await eventually("some reports arrive") {
                    RecordedStudy.reports(in: stage.study) >= before + patience
                }
                let victim = generator.integer(below: names.count)
                workers[victim].send(signal: SIGKILL)
                _ = try await workers[victim].ended()
                workers[victim] = try stage.startWorker(
                    names[victim], process: "\(names[victim])-\(death)")
            }
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            #expect(try await last.ended() == .success, "\(last.errors)")
            // Who was started a moment before the end found no coordinator any more.
            for worker in workers {
                worker.send(signal: SIGTERM)
                #expect(try await worker.ended() == .success, "\(worker.errors)")
            }
            // A trial may lose three attempts, and is given up, by the rules.
            try await stage.expectSoundStudy(sparesTrials: false)
        }

        @Test func `a worker that hangs past its lease and wakes again does no harm`()
            async throws
        {
            let stage = try FaultStage()
            // So long that elm does not miss it, however busy the machine is.
            let coordinator = try stage.startCoordinator("coordinator", lease: "10s")
            let (oak, elm) = (try stage.startWorker("oak"), try stage.startWorker("elm"))
            try await stage.awaitTraining(of: "oak")
            oak.send(signal: SIGSTOP)
            try await eventually("oak's leases run out") {
                try !RecordedStudy(stage.study).busyWorkers.contains("oak")
            }
            let before = try RecordedStudy(stage.study).reportCount(of: "oak")
            oak.send(signal: SIGCONT)
            try await eventually("oak works again") {
                try RecordedStudy(stage.study).reportCount(of: "oak") > before
            }
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, [oak, elm])
            let losses = recorded.losses
            // What oak held in reserve was not begun, so it is not to blame for the silence.
            let reasons: Set<LossReason> = [.silence, .unstarted]
            #expect(
                losses.allSatisfy { $0.worker.rawValue == "oak" && reasons.contains($0.reason) },
                "\(losses)")
            try await stage.expectSoundStudy()
        }

        @Test func `a study whose disk is full pauses, says so, and goes on`() async throws {
            let stage = try FaultStage()
            let shim = stage.folder.file("full-disk.so")
            let source = "\(Checkout.root)/Tests/ClusterTests/Faults/full-disk.c"
            let compiler = try RunningProgram(
                ["clang", "-O1", "-shared", "-fPIC", "-o", shim, source], name: "clang",
                in: stage.folder)
            try #require(try await compiler.ended() == .success, "\(compiler.errors)")
            let mark = stage.folder.file("disk-is-full")
            let coordinator = try stage.startCoordinator(
                "coordinator", environment: ["LD_PRELOAD=\(shim)", "FULL_DISK=\(mark)"])
            let workers = try ["oak", "elm"].map { try stage.startWorker($0) }
            try await eventually("3 reports are in the journal") {
                RecordedStudy.reports(in: stage.study) >= 3
            }

            try stage.folder.write("", to: "disk-is-full")
            try await eventually("the coordinator says so") {
                coordinator.errors.contains("paused") && coordinator.errors.contains("make room")
            }
            let before = try RecordedStudy(stage.study).events
            let status = try await Espalier.run(
                ["status", stage.study, "--json"], in: stage.folder)
            #expect(try status.result()["paused"] == .bool(true))
            #expect(status.output.contains("PAUSED"))
            #expect(coordinator.end == nil && workers.allSatisfy { $0.end == nil })

            try FileManager.default.removeItem(atPath: mark)
            try await eventually("the study goes on") {
                RecordedStudy.reports(in: stage.study) > before.reportCount
            }
            #expect(coordinator.errors.contains("the study can be written again"))
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, workers)
            #expect(Array(recorded.events.prefix(before.count)) == before)
            #expect(recorded.losses.isEmpty)
            try await stage.expectSoundStudy()
            let after = try await Espalier.result(of: ["status", stage.study], in: stage.folder)
            #expect(after["paused"] == .bool(false))
        }

        @Test(.enabled("scripts/test prepares a Python") { try await Python.has("sqlite3") })
        func `a study that another process writes into pauses, says so, and goes on`()
            async throws
        {
            let stage = try FaultStage()
            let coordinator = try stage.startCoordinator("coordinator")
            let workers = try ["oak", "elm"].map { try stage.startWorker($0) }
            try await eventually("2 reports are in the journal") {
                RecordedStudy.reports(in: stage.study) >= 2
            }
            let script = """
                import sqlite3, sys, time
                study = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=600)
                study.execute("begin immediate")
                print("holding", flush=True)
                time.sleep(600)
                """
            let stranger = try RunningProgram(
                [try #require(Python.path), "-c", script, stage.study], name: "stranger",
                in: stage.folder)
            try await eventually("a stranger writes") { stranger.output.contains("holding") }
            try await eventually("the coordinator says so") {
                coordinator.errors.contains("paused")
            }
            #expect(coordinator.end == nil && workers.allSatisfy { $0.end == nil })
            let before = RecordedStudy.reports(in: stage.study)
            stranger.send(signal: SIGKILL)
            try await eventually("the study goes on") {
                RecordedStudy.reports(in: stage.study) > before
            }
            #expect(coordinator.errors.contains("the study can be written again"))
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, workers)
            #expect(recorded.losses.isEmpty)
            try await stage.expectSoundStudy()
        }

        @Test func `a coordinator that stands still for longer than a lease takes none back`()
            async throws
        {
            let stage = try FaultStage()
            // So long that no worker misses it, however busy the machine is.
            let coordinator = try stage.startCoordinator("coordinator", lease: "6s")
            let workers = try ["oak", "elm"].map { try stage.startWorker($0) }
            try await eventually("both train") {
                (try? RecordedStudy(stage.study).busyWorkers).map { Set($0).count == 2 } ?? false
            }
            coordinator.send(signal: SIGSTOP)
            try await Task.sleep(for: .seconds(7))
            let before = RecordedStudy.reports(in: stage.study)
            coordinator.send(signal: SIGCONT)
            try await eventually("the study goes on") {
                RecordedStudy.reports(in: stage.study) >= before + 10
            }
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, workers)
            #expect(recorded.losses.isEmpty)
            try await stage.expectSoundStudy()
        }

        @Test func `the second coordinator of a study is refused`() async throws {
            let stage = try FaultStage()
            let first = try stage.startCoordinator("first")
            try await eventually("the first listens") { first.errors.contains("listening") }
            let second = try stage.startCoordinator(
                "second", endpoint: "ipc://\(stage.folder.file("other.ipc"))")
            #expect(try await second.ended() == .exited(status: 69))
            #expect(second.errors.contains("another process (\(first.id)) is working on the study"))
            let worker = try stage.startWorker("oak")
            try await stage.awaitTraining(of: "oak")
            let recorded = try await stage.kill(first)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, [worker])
            try await stage.expectSoundStudy()
        }
    }
}
