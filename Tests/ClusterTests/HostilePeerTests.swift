import ClusterNodes
import FoundationEssentials
import Glibc
import Studies
import Testing
import Trials

extension ClusterTests {
    /// Peers that flood, lie and break off while a study runs.
    @Suite(.enabled("scripts/test prepares a Python with pyzmq", Python.speaksZeroMQ))
    struct HostilePeerTests {
        /// Most memory that the coordinator may ever have (MiB).
        private static let memory = 800

        private let trials = 6

        /// Runs a study with one worker, and peers that disturb it.
        private func events(
            strategy: String, disturbedBy roles: [String]
        ) async throws -> [StudyEvent] {
            let config =
                Configs.slow(trials: trials, connections: 5_000)
                .replacing("accuracy: 0.98", with: "accuracy: 0.97")
                + "\nsearch: {strategy: \(strategy)}\n"
            let stage = try FaultStage(trials: trials, config: config)
            let coordinator = try stage.startCoordinator(
                "coordinator", lease: "15s", endpoint: "tcp://127.0.0.1:*")
            let endpoint = try await eventually("the coordinator listens") {
                coordinator.errors.split(separator: "listening on ").dropFirst().first?
                    .split(separator: "\n").first.map(String.init)
            }
            let worker = try stage.startWorker("oak", endpoint: endpoint)
            // Before that, the name is whoever's takes it first.
            try await eventually("oak has joined") { coordinator.errors.contains("oak joined") }
            let python = try #require(Python.path)
            let peers = try roles.enumerated().map { index, role in
                try RunningProgram(
                    [
                        python, "\(Checkout.root)/Tests/ClusterTests/Faults/hostile_peer.py",
                        endpoint, "oak", "\(index)", role,
                    ], name: "hostile-\(index)", in: stage.folder)
            }
            var peak = 0
            let end = try await eventually("the study ends", within: .seconds(90)) {
                peak = max(peak, Self.peakMemory(of: coordinator.id))
                return coordinator.end
            }
            #expect(end == .success, "\(coordinator.errors.suffix(2000))")
            #expect(peak < Self.memory, "\(peak) MiB")
            #expect(try await worker.ended() == .success, "\(worker.errors)")
            for peer in peers {
                #expect(peer.end == nil, "\(peer.errors)")
                peer.send(signal: SIGTERM)
                _ = try await peer.ended()
            }
            // A log that a stranger can fill fills the disk.
            if !roles.contains("member") { #expect(coordinator.errors.utf8.count < 200_000) }
            try await stage.expectSoundStudy()
            return try RecordedStudy(stage.study).events
        }

        /// The most memory that a process had so far (MiB).
        private static func peakMemory(of id: Int32) -> Int {
            let bytes = (try? FileBytes.read("/proc/\(id)/status")) ?? []
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                .first { $0.hasPrefix("VmHWM:") }
            return (line?.split(separator: " ").dropFirst().first).flatMap { Int($0) }
                .map { $0 / 1024 } ?? 0
        }

        @Test func `strangers change nothing of a study, not even an event`() async throws {
            let calm = try await events(strategy: "evolution", disturbedBy: [])
            let disturbed = try await events(
                strategy: "evolution", disturbedBy: ["stranger", "stranger"])
            #expect(disturbed.map(\.withoutTimes) == calm.map(\.withoutTimes))
        }

        @Test func `members who lie about others change no result`() async throws {
            let calm = try await events(strategy: "random", disturbedBy: [])
            let disturbed = try await events(strategy: "random", disturbedBy: ["member"])
            #expect(results(disturbed) == results(calm))
            let states = try [calm, disturbed].map { try StudyState(replaying: $0) }
            #expect(states[0].incumbent() == states[1].incumbent())
        }

        /// What was tried and what came of it, in the order of the trials.
        private func results(_ events: [StudyEvent]) -> [StudyEvent] {
            let kept = events.compactMap { event -> (TrialID, StudyEvent)? in
                switch event {
                case .proposed(let trial, _, _, _): (trial, event)
                case .reported(let trial, _, let worker, _):
                    // Whichever attempt it was.
                    (
                        trial,
                        event.withoutTimes.renumbered(AttemptNumber(rawValue: 1), by: worker)
                    )
                default: nil
                }
            }
            return kept.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension StudyEvent {
    /// The event without what was measured by the clock.
    fileprivate var withoutTimes: StudyEvent {
        guard case .reported(let trial, let attempt, let worker, let report) = self else {
            return self
        }
        return .reported(
            trial: trial, attempt: attempt, worker: worker,
            report: TrainingReport(
                outcome: report.outcome, connections: report.connections,
                hiddenNodes: report.hiddenNodes, inputsUsed: report.inputsUsed,
                biases: report.biases, validation: report.validation, test: report.test,
                epochs: report.epochs, multiplyAdds: report.multiplyAdds, curve: report.curve,
                fingerprint: report.fingerprint))
    }

    /// The event as if it were of another attempt.
    fileprivate func renumbered(_ attempt: AttemptNumber, by worker: WorkerID) -> StudyEvent {
        guard case .reported(let trial, _, _, let report) = self else { return self }
        return .reported(trial: trial, attempt: attempt, worker: worker, report: report)
    }
}
