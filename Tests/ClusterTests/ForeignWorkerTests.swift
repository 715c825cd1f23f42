import FoundationEssentials
import Studies
import StudyStore
import Testing
import Trials

/// A worker that is not ours: cluster/examples/worker.py, through pyzmq.
@Suite struct ForeignWorkerTests {
    /// The interpreter that scripts/test prepares.
    private static let python = ProcessInfo.processInfo.environment["ESPALIER_PYTHON"]

    @Test(.enabled(if: python != nil, "ESPALIER_PYTHON names no interpreter: run scripts/test"))
    func `a worker in Python takes leases, fetches the rows and reports`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 6, trials: 3)
        let endpoint = "ipc://\(folder.path("c.ipc"))"
        let coordinator = try Program(["coordinator", config, "--bind", endpoint], in: folder)
        let script = TestFolder.repository + "/cluster/examples/worker.py"
        let worker = try Program([script, endpoint], of: try #require(Self.python), in: folder)
        let ended = try coordinator.wait(within: 30)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(try worker.wait(within: 10).status == 0, "\(worker.errors)")
        let events = try StudyReader(at: folder.path("studies/parity.sqlite")).events()
        let reports = events.compactMap { event in
            if case .reported(_, _, let worker, let report) = event {
                (worker, report)
            } else {
                nil
            }
        }
        #expect(reports.count == 3)
        #expect(reports.allSatisfy { $0.0.rawValue.hasPrefix("python-") })
        #expect(reports.allSatisfy { $0.1.outcome == .failed(reason: .targetMissed(checks: 0)) })
    }
}
