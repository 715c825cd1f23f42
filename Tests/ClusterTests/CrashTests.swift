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

        /// Kills a worker that holds leases.
        private func fell(_ worker: RunningProgram, _ name: String) async throws {
            try await stage.awaitTraining(of: name)
            worker.send(signal: SIGKILL)
            #expect(try await worker.ended() == .killed(signal: Int(SIGKILL)))
        }

        @Test func `a worker that is killed in mid-trial costs attempts and no trial`()
            async throws
        {
            // So long that elm does not miss it, however busy the machine is.
            let coordinator = try stage.startCoordinator("coordinator", lease: "10s")
            let (oak, elm) = (try stage.startWorker("oak"), try stage.startWorker("elm"))
            try await fell(oak, "oak")
            try await eventually("oak's leases run out") {
                try !RecordedStudy(study).busyWorkers.contains("oak")
            }
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, [elm])
            let losses = recorded.losses
            #expect(losses.allSatisfy { $0.worker.rawValue == "oak" })
            #expect(losses.count { $0.reason == .silence } == 1)
            #expect(losses.allSatisfy { [.silence, .unstarted].contains($0.reason) })
            try await stage.expectSoundStudy()
        }

        @Test func `a killed worker that is started again gives its attempts up at once`()
            async throws
        {
            // Nothing here happens because a lease runs out.
            let coordinator = try stage.startCoordinator("coordinator")
            let oak = try stage.startWorker("oak")
            try await fell(oak, "oak")
            let successor = try stage.startWorker("oak", process: "successor")
            try await eventually("the attempts are given up") {
                try RecordedStudy(study).losses.contains { $0.reason == .restart }
            }
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, [successor])
            let losses = recorded.losses
            // What it trained, and the lease that it held in reserve.
            #expect((1...2).contains(losses.count))
            #expect(losses.count { $0.reason == .restart } == 1)
            #expect(losses.allSatisfy { [.restart, .unstarted].contains($0.reason) })
            try await stage.expectSoundStudy()
        }

        @Test func `a coordinator that is killed ten times loses no report`() async throws {
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
            let recorded = try await stage.kill(coordinator)
            let last = try stage.conclude(recorded)
            try await stage.expectGoodEnd(of: last, [oak, elm])
            try await stage.expectSoundStudy()
        }
    }
}
