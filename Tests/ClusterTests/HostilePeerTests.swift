import FoundationEssentials
import Glibc
import OperatingSystem
import Randomness
import Studies
import Testing
import Trials

extension ClusterTests {
    /// Peers that flood, lie and break off while a study runs.
    @Suite(.enabled("scripts/test prepares a Python with pyzmq", Python.speaksZeroMQ))
    struct HostilePeerTests {
        /// Most memory that the coordinator may ever have (MiB).
        private static let memory = 800

        /// Runs a study with one worker, and peers that disturb it.
        ///
        /// The worker stands still until the peers are in full swing.
        private func events(
            search: String, disturbedBy roles: [String]
        ) async throws -> [StudyEvent] {
            let stage = try FaultStage(
                config: Configs.steady(trials: 6) + "\nsearch: {\(search)}\n")
            // What a member fails to give back is lost with its lease.
            let coordinator = try stage.startCoordinator(
                "coordinator", lease: roles.contains("member") ? "20s" : "1h",
                endpoint: "tcp://127.0.0.1:*")
            let endpoint = try await eventually("the coordinator listens") {
                coordinator.errors.split(separator: "listening on ").dropFirst().first?
                    .split(separator: "\n").first.map(String.init)
            }
            let worker = try stage.startWorker("oak", endpoint: endpoint)
            // Before that, the first peer that takes a name has it.
            try await eventually("oak has joined") { coordinator.errors.contains("oak joined") }
            if !roles.isEmpty { worker.send(signal: SIGSTOP) }
            let python = try #require(Python.path)
            let peers = try roles.enumerated().map { index, role in
                try RunningProgram(
                    [
                        python, "\(Checkout.root)/Tests/ClusterTests/Faults/hostile_peer.py",
                        endpoint, "oak", "\(index)", role,
                    ], name: "hostile-\(index)", in: stage.folder)
            }
            for peer in peers {
                try await eventually("\(peer.id) acts; it said: \(peer.errors)") {
                    peer.output.split(separator: "\n").count >= 5
                }
            }
            worker.send(signal: SIGCONT)
            var peak = 0
            let end = try await eventually("the study ends") {
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
            let calm = try await events(search: "strategy: evolution", disturbedBy: [])
            let disturbed = try await events(
                search: "strategy: evolution", disturbedBy: ["stranger", "stranger"])
            #expect(disturbed.map(\.withoutTimes) == calm.map(\.withoutTimes))
        }

        @Test func `members who lie about others change no result`() async throws {
            // The reports may come in another order, so the search may decide nothing by it.
            let search = "strategy: random, racing: false, capping: false"
            let calm = try trained(in: await events(search: search, disturbedBy: []))
            let disturbed = try trained(in: await events(search: search, disturbedBy: ["member"]))
            #expect(disturbed.filter(\.key.isOfSearch) == calm.filter(\.key.isOfSearch))
            // A finalist that lags is dropped, so which seeds certify is up to the order.
            let common = disturbed.keys.filter { calm[$0] != nil && !$0.isOfSearch }
            #expect(common.count >= 4)
            #expect(common.allSatisfy { disturbed[$0] == calm[$0] }, "\(common)")
        }

        /// What came of each training, whichever attempt it was.
        private func trained(in events: [StudyEvent]) throws -> [Training: TrainingReport] {
            var trials: [TrialID: Training] = [:]
            var reports: [Training: TrainingReport] = [:]
            for event in events {
                switch event {
                case .proposed(let trial, let schedule, let seed, let purpose, _):
                    trials[trial] = Training(schedule: schedule, seed: seed, purpose: purpose)
                case .reported(let attempt, _, let report):
                    reports[try #require(trials[attempt.trial])] = report.withoutTimes
                default: break
                }
            }
            return reports
        }
    }
}

/// What is trained, and why.
private struct Training: Hashable {
    let schedule: GrowthSchedule
    let seed: Seed
    let purpose: TrialPurpose

    var isOfSearch: Bool { purpose == .search }
}

extension TrainingReport {
    /// The report without what was measured by the clock.
    fileprivate var withoutTimes: TrainingReport {
        TrainingReport(
            outcome: outcome, connections: connections, hiddenNodes: hiddenNodes,
            inputsUsed: inputsUsed, biases: biases, validation: validation, test: test,
            epochs: epochs, multiplyAdds: multiplyAdds, curve: curve, fingerprint: fingerprint)
    }
}

extension StudyEvent {
    /// The event without what was measured by the clock.
    fileprivate var withoutTimes: StudyEvent {
        guard case .reported(let attempt, let worker, let report) = self else {
            return self
        }
        return .reported(attempt: attempt, worker: worker, report: report.withoutTimes)
    }
}
