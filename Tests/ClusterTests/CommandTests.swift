import FoundationEssentials
import Testing

/// What a person does with the program, from a config to a network.
@Suite(.serialized) struct CommandTests {
    @Test func `a search ends with a verified winner, and every command works on its file`() throws
    {
        let folder = try TestFolder()
        let config = TestFolder.repository + "/configs/xor.yaml"
        let search = try Program.run("search", config, "--trials", "30", "--json", in: folder)
        #expect(search.status == 0, "\(search.errors)")
        let result = try search.json()
        #expect(result["stopped_by"] == .text("finished"))
        #expect(result["verified"] == .truth(true))
        #expect(result["best"]?["hit_rate"] == .number(1))
        #expect(result["best"]?["replicates"] == .number(10))
        for key in ["study", "trials", "reports", "cpu_seconds", "wall_seconds"] {
            #expect(result[key] != nil, "\(key) is missing")
        }
        let study = "studies/xor.sqlite"
        let best = try Program.run("best", study, "--json", in: folder).json()
        #expect(JSONValue.object(best) == result["best"])
        let status = try Program.run("status", study, "--json", in: folder).json()
        #expect(status["phase"] == .text("finished"))
        #expect(status["trials"] == .number(30))
        let replay = try Program.run("replay", study, "--json", in: folder).json()
        #expect(replay["ok"] == .truth(true))
        let verify = try Program.run("verify", study, "--all", "--json", in: folder).json()
        #expect(verify["different"] == .number(0))
        #expect(verify["checked"] == result["reports"])
    }

    @Test func `an exported schedule grows the exported network`() throws {
        let folder = try TestFolder()
        let config = TestFolder.repository + "/configs/xor.yaml"
        _ = try Program.run("search", config, "--trials", "10", in: folder)
        for format in ["schedule", "network", "csv"] {
            let export = try Program.run(
                "export", "studies/xor.sqlite", "--format", format, "--out", format, in: folder)
            #expect(export.status == 0, "\(export.errors)")
        }
        let grown = try Program.run(
            "grow", "schedule", "--config", config, "--out", "grown", "--json", in: folder)
        #expect(try grown.json()["validation"] == .number(1))
        for name in ["network", "grown"] {
            let bytes = try #require(FileManager.default.contents(atPath: folder.path(name)))
            let network = try JSONDecoder().decode([String: JSONValue].self, from: bytes)
            #expect(network["format"] == .text("espalier-network"))
            #expect(network["network"]?["connections"] != nil)
        }
        let table = try #require(FileManager.default.contents(atPath: folder.path("csv")))
        let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
        #expect(lines[0].hasPrefix("trial,purpose,state,"))
        #expect(lines.count > 10)
    }

    @Test func `a finished study is not searched again, and a larger budget goes on`() throws {
        let folder = try TestFolder()
        let config = TestFolder.repository + "/configs/xor.yaml"
        func reports(_ trials: String) throws -> JSONValue? {
            try Program.run("search", config, "--trials", trials, "--json", in: folder)
                .json()["reports"]
        }
        let first = try reports("10")
        #expect(try reports("10") == first)
        _ = try reports("20")
        let status = try Program.run("status", "studies/xor.sqlite", "--json", in: folder).json()
        #expect(status["trials"] == .number(20))
    }

    @Test func `two processes give one task the same report`() throws {
        let folder = try TestFolder()
        try folder.write("growth_criterion: gradient\n", to: "schedule.yaml")
        let config = TestFolder.repository + "/configs/digits.yaml"
        let fingerprints = try ["baseline", "best"].map { set in
            try Program.run(
                "grow", "schedule.yaml", "--config", config, "--seed", "3",
                "--instruction-set", set, "--json", in: folder
            ).json()["fingerprint"]
        }
        #expect(fingerprints[0] != nil)
        #expect(fingerprints[0] == fingerprints[1])
    }
}
