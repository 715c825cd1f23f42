import Studies
import Testing

extension ClusterTests {
    /// Other people's programs beside ours: the examples in cluster/examples.
    @Suite struct PythonClientTests {
        private static let needsPandas: Comment =
            "ESPALIER_PYTHON names no Python that has pandas: pip install it there"
        private static let needsOptuna: Comment =
            "ESPALIER_PYTHON names no Python that has optuna and pyzmq: pip install them there"

        @Test(.enabled(needsPandas) { try await Python.has("pandas") })
        func `a study is read with pandas`() async throws {
            let folder = try TestFolder()
            try folder.write(Configs.quick(trials: 6), to: "quick.yaml")
            let arguments = ["search", "quick.yaml", "--study", "q.sqlite", "--workers", "1"]
            let search = try await Espalier.run(arguments, in: folder)
            #expect(search.end == .success, "\(search.errors)")
            let script = "\(Checkout.root)/cluster/examples/read_study.py"
            let reading = try RunningProgram(
                [try #require(Python.path), script, "q.sqlite"], name: "reading", in: folder)
            #expect(try await reading.ended() == .success, "\(reading.errors)")
            let state = try RecordedStudy(folder.file("q.sqlite")).state
            #expect(state.searchTrials == 6)
            #expect(reading.output.contains { $0 == "6" }, "\(reading.output)")
            for heading in ["The five cheapest", "local-1", "patience", "grow"] {
                #expect(reading.output.contains(heading), "\(heading): \(reading.output)")
            }
        }

        @Test(.enabled(needsOptuna) { try await Python.has("optuna, zmq") })
        func `another sampler drives our workers through the protocol`() async throws {
            let folder = try TestFolder()
            try folder.write(Configs.quick(trials: 6), to: "quick.yaml")
            let script = "\(Checkout.root)/cluster/examples/rival_sampler.py"
            let rival = try RunningProgram(
                [
                    try #require(Python.path), script, "quick.yaml", "--bind", folder.endpoint,
                    "--trials", "6", "--sampler", "random",
                ], name: "rival", in: folder, environment: ["ESPALIER=\(Espalier.path)"])
            let worker = try Espalier.start(
                ["worker", folder.endpoint], name: "worker", in: folder)
            #expect(try await rival.ended() == .success, "\(rival.errors)")
            #expect(try await worker.ended() == .success, "\(worker.errors)")
            let result = try JSONValue.read(rival.output.split(separator: "\n").last ?? "")
            #expect(result["trials"] == .number(6))
            #expect(result["reached"] == .bool(true))
        }
    }
}
