import Testing

extension ClusterTests {
    /// Single networks, and tasks other than classification.
    @Suite struct GrowTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            try folder.write("# the default schedule\n", to: "s.yaml")
        }

        @Test func `features that never vary are named, and cost nothing`() async throws {
            try folder.write(Configs.ramp, to: "c.yaml")
            try folder.write(Configs.rampRows, to: "ramp.csv")
            let outcome = try await Espalier.run(
                ["grow", "s.yaml", "--config", "c.yaml", "--json"], in: folder)
            #expect(outcome.end == .success)
            #expect(outcome.errors.contains("1 of 2 features never vary"), "\(outcome.errors)")
            #expect(outcome.errors.contains("are not used: level"))
            #expect(try outcome.result()["inputs_used"] == .number(1))
        }

        @Test func `a series is learnt from its past, and by a whole search`() async throws {
            try folder.write(Configs.wave, to: "wave.yaml")
            try folder.write(Configs.waveRows, to: "wave.csv")
            let grown = try await Espalier.result(
                of: ["grow", "s.yaml", "--config", "wave.yaml"], in: folder)
            #expect(grown["outcome"]?["reached"] != nil, "\(grown)")
            #expect(try #require(grown["validation"]?.number) <= 0.1)
            // Each number follows from the two before it; one alone tells too little.
            #expect(try #require(grown["inputs_used"]?.number) >= 2)
            let found = try await Espalier.result(
                of: ["search", "wave.yaml", "--study", "w.sqlite", "--workers", "2"], in: folder)
            #expect(found["verified"] == .bool(true))
            let best = try #require(found["best"])
            #expect(try #require(best["connections"]?.number) <= grown["connections"]?.number ?? 0)
            #expect(try #require(best["test"]?.number) <= 0.2)
        }
    }
}
