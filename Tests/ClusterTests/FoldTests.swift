import Testing

extension ClusterTests {
    /// Trainings that have a split of their own, in several processes.
    @Suite struct FoldTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.folds, to: "folds.yaml")
        }

        @Test func `workers, verification and export use the same rows for the same training`()
            async throws
        {
            let found = try await Espalier.result(
                of: ["search", "folds.yaml", "--study", "f.sqlite", "--workers", "2"], in: folder)
            #expect(found["verified"] == .bool(true))
            let all = try await Espalier.result(of: ["verify", "f.sqlite", "--all"], in: folder)
            #expect(all["equal"] == found["trainings"])
            let replay = try await Espalier.result(of: ["replay", "f.sqlite"], in: folder)
            #expect(replay["ok"] == .bool(true))
            _ = try await Espalier.result(
                of: ["export", "f.sqlite", "--format", "network", "--out", "n.json"], in: folder)
            let network = try JSONValue.read(folder.text(of: "n.json"))
            #expect(network["report"]?["fingerprint"]?.string != nil)
        }

        @Test func `few rows to judge by are named, with what one is worth`() async throws {
            try folder.write("rounds: 1\n", to: "s.yaml")
            let fixed = Configs.folds.replacing("folds: 3", with: "validation: 0.3")
            try folder.write(fixed, to: "fixed.yaml")
            for (config, hint) in [
                ("folds.yaml", "only 120 rows for training and validation together"),
                ("fixed.yaml", "only 45 validation rows, each worth 2.2 points of accuracy"),
            ] {
                let outcome = try await Espalier.run(
                    ["grow", "s.yaml", "--config", config, "--json"], in: folder)
                #expect(outcome.end == .success)
                #expect(outcome.errors.contains(hint), "\(outcome.errors)")
            }
        }
    }
}
