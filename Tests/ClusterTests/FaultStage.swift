import Glibc
import OperatingSystem
import Studies
import Testing
import Trials

/// A study, in a folder of its own, whose processes a test starts and hurts.
///
/// The search has more trials than any test waits for: it ends when the test concludes it.
struct FaultStage {
    let folder: TestFolder
    /// So long that no worker misses it, however busy the machine is; and no longer, because a
    /// worker that lost a coordinator in mid-sentence speaks again after a third of it.
    static let lasting = "30s"

    var study: String { folder.file("digits.sqlite") }

    init(config: String = Configs.steady()) throws {
        folder = try TestFolder()
        try folder.write(config, to: "digits.yaml")
    }

    func startCoordinator(
        _ name: String, lease: String = lasting, trials: Int? = nil, endpoint: String? = nil,
        environment: [String] = []
    ) throws -> RunningProgram {
        let budget = trials.map { ["--trials", "\($0)"] } ?? []
        return try RunningProgram(
            [
                Espalier.path, "coordinator", "digits.yaml", "--study", study, "--bind",
                endpoint ?? folder.endpoint, "--lease", lease,
            ] + budget, name: name, in: folder, environment: environment)
    }

    func startWorker(
        _ name: String, process: String? = nil, endpoint: String? = nil
    ) throws -> RunningProgram {
        try Espalier.start(
            ["worker", endpoint ?? folder.endpoint, "--name", name], name: process ?? name,
            in: folder)
    }

    /// Waits until a worker has reported, and holds a lease; it will until it dies, as there is
    /// always a next trial.
    func awaitTraining(of name: String) async throws {
        try await eventually("\(name) has reported and trains on") {
            guard let recorded = try? RecordedStudy(study) else { return false }
            return recorded.reportCount(of: name) > 0 && recorded.busyWorkers.contains(name)
        }
    }

    /// Kills a coordinator, and says what its study holds then.
    ///
    /// Its successor may take a lease back that the coordinator had written down and not sent yet:
    /// a test that says which attempts were lost looks here, and not at the study's end.
    func kill(_ coordinator: RunningProgram) async throws -> RecordedStudy {
        coordinator.send(signal: SIGKILL)
        #expect(try await coordinator.ended() == .killed(signal: Int(SIGKILL)))
        return try RecordedStudy(study)
    }

    /// Lets the study of a killed coordinator end with the trials that it has: the successor is
    /// content with them.
    func conclude(_ recorded: RecordedStudy, lease: String = lasting) throws -> RunningProgram {
        try startCoordinator(
            "last-coordinator", lease: lease, trials: recorded.state.searchTrials)
    }

    /// Waits until the coordinator and the workers have ended with status 0.
    func expectGoodEnd(
        of coordinator: RunningProgram, _ workers: [RunningProgram]
    ) async throws {
        #expect(try await coordinator.ended() == .success, "\(coordinator.errors)")
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
