import Glibc
import Studies
import Testing
import Trials

/// A study, in a folder of its own, whose processes a test starts and hurts.
struct FaultStage {
    let folder: TestFolder
    /// Trials of the search.
    let trials: Int

    var study: String { folder.file("slow.sqlite") }

    init(trials: Int = 12, config: String? = nil) throws {
        folder = try TestFolder()
        self.trials = trials
        try folder.write(
            config ?? Configs.slow(trials: trials, connections: 5_000), to: "slow.yaml")
    }

    func startCoordinator(
        _ name: String, lease: String = "2s", endpoint: String? = nil, environment: [String] = []
    ) throws -> RunningProgram {
        try RunningProgram(
            [
                Espalier.path, "coordinator", "slow.yaml", "--study", study, "--bind",
                endpoint ?? folder.endpoint, "--lease", lease,
            ], name: name, in: folder, environment: environment)
    }

    func startWorker(
        _ name: String, process: String? = nil, endpoint: String? = nil
    ) throws -> RunningProgram {
        try Espalier.start(
            ["worker", endpoint ?? folder.endpoint, "--name", name], name: process ?? name,
            in: folder)
    }

    /// Waits until the coordinator and the workers have ended in good order.
    func expectGoodEnd(
        of coordinator: RunningProgram, _ workers: [RunningProgram]
    ) async throws {
        let end = try await coordinator.ended(within: .seconds(60))
        #expect(end == .success, "\(coordinator.errors)")
        for worker in workers {
            #expect(try await worker.ended() == .success, "\(worker.errors)")
        }
    }

    /// Every trial was settled once; the strategy would ask the same again, and training again what
    /// the winner rests on gives the same networks.
    ///
    /// - Parameter sparesTrials: whether every trial has a report, and none was given up.
    func expectSoundStudy(sparesTrials: Bool = true) async throws {
        let recorded = try RecordedStudy(study)
        #expect(recorded.state.phase == .finished)
        #expect(recorded.state.searchTrials == trials)
        #expect(recorded.settlements.count == recorded.state.proposedTrials)
        #expect(Set(recorded.settlements).count == recorded.settlements.count)
        if sparesTrials { #expect(recorded.state.reports == recorded.state.proposedTrials) }
        #expect(recorded.state.disputed == [])
        let replay = try await Espalier.result(of: ["replay", study], in: folder)
        #expect(replay["ok"] == .bool(true))
        let verified = try await Espalier.result(of: ["verify", study], in: folder)
        #expect(try #require(verified["checked"]?.number) >= (sparesTrials ? 6 : 1))
        #expect(verified["equal"] == verified["checked"])
    }
}
