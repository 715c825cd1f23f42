import Studies
import Testing
import Trials

extension ClusterTests {
    /// A worker in another language: cluster/examples/worker.py.
    @Suite struct PythonWorkerTests {
        private static let needs: Comment =
            "ESPALIER_PYTHON names no Python that has pyzmq: run scripts/test, which prepares one"

        @Test(.enabled(needs, Python.speaksZeroMQ))
        func `a worker in Python takes leases, fetches the rows and reports`() async throws {
            let folder = try TestFolder()
            try folder.write(Configs.quick(trials: 3), to: "quick.yaml")
            let coordinator = try Espalier.start(
                [
                    "coordinator", "quick.yaml", "--study", "q.sqlite", "--bind", folder.endpoint,
                ], name: "coordinator", in: folder)
            let script = "\(Checkout.root)/cluster/examples/worker.py"
            let worker = try RunningProgram(
                [try #require(Python.path), script, folder.endpoint], name: "python", in: folder)
            let end = try await coordinator.ended()
            #expect(end == .success, "\(coordinator.errors)\(worker.errors)")
            #expect(try await worker.ended() == .success, "\(worker.errors)")
            let recorded = try RecordedStudy(folder.file("q.sqlite"))
            // Each trial once, at the first attempt: every report was acknowledged in time.
            #expect(recorded.settlements.map(\.rawValue) == [1, 2, 3])
            #expect(recorded.losses.isEmpty)
            #expect(recorded.history.trials.allSatisfy { $0.attempts == 1 })
            for event in recorded.events {
                guard case .reported(_, let name, let report) = event else { continue }
                #expect(name.rawValue.hasPrefix("python-"))
                #expect(report.outcome == .failed(reason: .targetMissed(checks: 0)))
            }
        }
    }
}
