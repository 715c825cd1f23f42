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
        @Test func `workers that are killed at random every second leave a sound study`()
            async throws
        {
            let stage = try FaultStage(trials: 20)
            let coordinator = try stage.startCoordinator("coordinator", lease: "5s")
            let names = ["oak", "elm", "ash"]
            var workers = try names.map { try stage.startWorker($0) }
            var generator = Seed(rawValue: 8).generator()
            var deaths = 0
            while coordinator.end == nil, deaths < 60 {
                try await pause(of: coordinator, .seconds(1))
                guard coordinator.end == nil else { break }
                let victim = generator.integer(below: names.count)
                deaths += 1
                guard workers[victim].end == nil else { continue }
                workers[victim].send(signal: SIGKILL)
                _ = try await workers[victim].ended()
                workers[victim] = try stage.startWorker(
                    names[victim], process: "\(names[victim])-\(deaths)")
            }
            #expect(deaths >= 3)
            // Who was started a moment before the end found no coordinator any more.
            for worker in workers { worker.send(signal: SIGTERM) }
            try await stage.expectGoodEnd(of: coordinator, workers)
            // On a slow machine a trial may lose three attempts, and is given up, by the rules.
            try await stage.expectSoundStudy(sparesTrials: false)
        }

        /// Lets some time pass, or less if a program ends meanwhile.
        private func pause(of program: RunningProgram, _ duration: Duration) async throws {
            let end = ContinuousClock.now + duration
            try await eventually("the time is over") {
                program.end != nil || ContinuousClock.now >= end
            }
        }

        @Test func `a worker that hangs past its lease and wakes again does no harm`()
            async throws
        {
            let stage = try FaultStage()
            // Long enough that a busy machine does not make elm miss it.
            let coordinator = try stage.startCoordinator("coordinator", lease: "3s")
            let (oak, elm) = (try stage.startWorker("oak"), try stage.startWorker("elm"))
            try await eventually("oak has reported and trains on") {
                let recorded = try? RecordedStudy(stage.study)
                return recorded?.hasReport(of: "oak") == true
                    && recorded?.busyWorkers.contains("oak") == true
            }
            oak.send(signal: SIGSTOP)
            try await eventually("oak's leases run out") {
                try RecordedStudy(stage.study).losses.contains { $0.worker.rawValue == "oak" }
            }
            oak.send(signal: SIGCONT)
            try await stage.expectGoodEnd(of: coordinator, [oak, elm])
            let losses = try RecordedStudy(stage.study).losses
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
                "coordinator", lease: "15s",
                environment: ["LD_PRELOAD=\(shim)", "FULL_DISK=\(mark)"])
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
            try await stage.expectGoodEnd(of: coordinator, workers)
            #expect(coordinator.errors.contains("the study can be written again"))
            let recorded = try RecordedStudy(stage.study)
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
            let coordinator = try stage.startCoordinator("coordinator", lease: "15s")
            let workers = try ["oak", "elm"].map { try stage.startWorker($0) }
            try await eventually("2 reports are in the journal") {
                RecordedStudy.reports(in: stage.study) >= 2
            }
            let script = """
                import sqlite3, sys, time
                study = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
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
            stranger.send(signal: SIGKILL)
            try await stage.expectGoodEnd(of: coordinator, workers)
            #expect(coordinator.errors.contains("the study can be written again"))
            #expect(try RecordedStudy(stage.study).losses.isEmpty)
            try await stage.expectSoundStudy()
        }

        @Test func `a coordinator that stands still for longer than a lease takes none back`()
            async throws
        {
            let stage = try FaultStage()
            let coordinator = try stage.startCoordinator("coordinator", lease: "2s")
            let workers = try ["oak", "elm"].map { try stage.startWorker($0) }
            try await eventually("both train") {
                (try? RecordedStudy(stage.study).busyWorkers).map { Set($0).count == 2 } ?? false
            }
            coordinator.send(signal: SIGSTOP)
            try await Task.sleep(for: .seconds(4))
            coordinator.send(signal: SIGCONT)
            try await stage.expectGoodEnd(of: coordinator, workers)
            #expect(try RecordedStudy(stage.study).losses.isEmpty)
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
            try await stage.expectGoodEnd(of: first, [worker])
            try await stage.expectSoundStudy()
        }
    }
}
