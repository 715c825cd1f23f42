import Glibc
import OperatingSystem
import Studies
import Testing
import Trials

extension ClusterTests {
    /// What is promised of processes that are killed while a study runs.
    @Suite struct CrashTests {
        private let stage: FaultStage
        private var study: String { stage.study }

        init() throws {
            stage = try FaultStage()
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
            let coordinator = try stage.startCoordinator("coordinator")
            let (oak, elm) = (try stage.startWorker("oak"), try stage.startWorker("elm"))
            try await fell(oak, "oak")
            try await stage.expectGoodEnd(of: coordinator, [elm])
            let losses = try RecordedStudy(study).losses
            #expect(!losses.isEmpty)
            #expect(losses.allSatisfy { $0.worker.rawValue == "oak" })
            #expect(losses.count { $0.reason == .silence } == 1)
            #expect(losses.allSatisfy { [.silence, .unstarted].contains($0.reason) })
            try await stage.expectSoundStudy()
        }

        @Test func `a killed worker that is started again gives its attempts up at once`()
            async throws
        {
            // Longer than the test may take: nothing here happens because a lease runs out.
            let coordinator = try stage.startCoordinator("coordinator", lease: "1h")
            let oak = try stage.startWorker("oak")
            try await fell(oak, "oak")
            let successor = try stage.startWorker("oak", process: "successor")
            try await stage.expectGoodEnd(of: coordinator, [successor])
            let losses = try RecordedStudy(study).losses
            // What it trained, and the lease that it held in reserve.
            #expect((1...2).contains(losses.count))
            #expect(losses.count { $0.reason == .restart } == 1)
            #expect(losses.allSatisfy { [.restart, .unstarted].contains($0.reason) })
            try await stage.expectSoundStudy()
        }

        @Test func `a coordinator that is killed ten times loses no report`() async throws {
            let stage = try FaultStage(trials: 30)
            let study = stage.study
            var coordinator = try stage.startCoordinator("coordinator-0")
            let (oak, elm) = (try stage.startWorker("oak"), try stage.startWorker("elm"))
            for round in 1...10 {
                try await eventually("\(round) reports are in the journal") {
                    RecordedStudy.reports(in: study) >= round
                }
                coordinator.send(signal: SIGKILL)
                #expect(try await coordinator.ended() == .killed(signal: Int(SIGKILL)))
                let atKill = try RecordedStudy(study).events
                coordinator = try stage.startCoordinator("coordinator-\(round)")
                try await eventually("the coordinator goes on") {
                    RecordedStudy.reports(in: study) > atKill.reportCount
                }
                let later = try RecordedStudy(study).events
                #expect(Array(later.prefix(atKill.count)) == atKill)
                #expect(oak.end == nil && elm.end == nil, "a worker did not survive")
            }
            try await stage.expectGoodEnd(of: coordinator, [oak, elm])
            try await stage.expectSoundStudy()
        }
    }
}

extension [StudyEvent] {
    fileprivate var reportCount: Int {
        count { event in if case .reported = event { true } else { false } }
    }
}
