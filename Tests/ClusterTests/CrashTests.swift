import ClusterNodes
import Glibc
import Studies
import Testing
import Trials

extension ClusterTests {
    /// What is promised of processes that are killed while a study runs.
    @Suite struct CrashTests {
        private let folder: TestFolder
        private var study: String { folder.file("slow.sqlite") }

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.slow(), to: "slow.yaml")
        }

        private func startCoordinator(_ name: String, lease: String = "2s") throws -> RunningProgram
        {
            try Espalier.start(
                [
                    "coordinator", "slow.yaml", "--study", study, "--bind", folder.endpoint,
                    "--lease", lease,
                ], name: name, in: folder)
        }

        private func startWorker(_ name: String) throws -> RunningProgram {
            try Espalier.start(
                ["worker", folder.endpoint, "--name", name], name: name, in: folder)
        }

        /// Every trial of the study was settled once, and the strategy would ask the same again.
        private func expectSoundStudy() async throws {
            let recorded = try RecordedStudy(study)
            #expect(recorded.state.phase == .finished)
            #expect(recorded.state.searchTrials == 12)
            #expect(recorded.settlements.count == recorded.state.trials.count)
            #expect(Set(recorded.settlements).count == recorded.settlements.count)
            #expect(recorded.state.reports == recorded.state.trials.count)
            #expect(recorded.state.disputed == [])
            let replay = try await Espalier.result(of: ["replay", study], in: folder)
            #expect(replay["ok"] == .bool(true))
        }

        /// Kills a worker while it trains.
        private func fell(_ worker: RunningProgram, _ name: String) async throws {
            try await eventually("\(name) has reported and trains on") {
                let recorded = try? RecordedStudy(study)
                return recorded?.hasReport(of: name) == true
                    && recorded?.busyWorkers.contains(name) == true
            }
            worker.send(signal: SIGKILL)
            #expect(try await worker.ended() == .killed(signal: Int(SIGKILL)))
        }

        @Test func `a worker that is killed in mid-trial costs attempts and no trial`()
            async throws
        {
            let coordinator = try startCoordinator("coordinator")
            let (oak, elm) = (try startWorker("oak"), try startWorker("elm"))
            try await fell(oak, "oak")
            let end = try await coordinator.ended(within: .seconds(60))
            #expect(end == .success, "\(coordinator.errors)")
            #expect(try await elm.ended() == .success, "\(elm.errors)")
            let losses = try RecordedStudy(study).losses
            #expect(!losses.isEmpty)
            #expect(losses.allSatisfy { $0.worker.rawValue == "oak" })
            #expect(losses.count { $0.reason == .silence } == 1)
            #expect(losses.allSatisfy { [.silence, .unstarted].contains($0.reason) })
            try await expectSoundStudy()
        }

        @Test func `a killed worker that is started again gives its attempts up at once`()
            async throws
        {
            // Longer than the test may take: nothing here happens because a lease runs out.
            let coordinator = try startCoordinator("coordinator", lease: "1h")
            let oak = try startWorker("oak")
            try await fell(oak, "oak")
            let successor = try Espalier.start(
                ["worker", folder.endpoint, "--name", "oak"], name: "successor", in: folder)
            let end = try await coordinator.ended(within: .seconds(60))
            #expect(end == .success, "\(coordinator.errors)")
            #expect(try await successor.ended() == .success, "\(successor.errors)")
            let losses = try RecordedStudy(study).losses
            // What it trained, and the lease that it held in reserve.
            #expect((1...2).contains(losses.count))
            #expect(losses.count { $0.reason == .restart } == 1)
            #expect(losses.allSatisfy { [.restart, .unstarted].contains($0.reason) })
            try await expectSoundStudy()
        }

        @Test func `a coordinator that is killed again and again loses no report`() async throws {
            var coordinator = try startCoordinator("coordinator-0")
            let (oak, elm) = (try startWorker("oak"), try startWorker("elm"))
            for round in 1...3 {
                try await eventually("\(3 * round) reports are in the journal") {
                    RecordedStudy.reports(in: study) >= 3 * round
                }
                coordinator.send(signal: SIGKILL)
                #expect(try await coordinator.ended() == .killed(signal: Int(SIGKILL)))
                let atKill = try RecordedStudy(study).events
                coordinator = try startCoordinator("coordinator-\(round)")
                try await eventually("the coordinator goes on") {
                    RecordedStudy.reports(in: study) > atKill.reportCount
                }
                let later = try RecordedStudy(study).events
                #expect(Array(later.prefix(atKill.count)) == atKill)
                #expect(oak.end == nil && elm.end == nil, "a worker did not survive")
            }
            let end = try await coordinator.ended(within: .seconds(60))
            #expect(end == .success, "\(coordinator.errors)")
            #expect(try await oak.ended() == .success, "\(oak.errors)")
            #expect(try await elm.ended() == .success, "\(elm.errors)")
            try await expectSoundStudy()
            let verified = try await Espalier.result(of: ["verify", study], in: folder)
            #expect(try #require(verified["checked"]?.number) == 6)
            #expect(verified["equal"] == verified["checked"])
        }
    }
}

extension [StudyEvent] {
    fileprivate var reportCount: Int {
        count { event in if case .reported = event { true } else { false } }
    }
}
