import ScheduleSearch
import Studies
import Testing
import Trials

extension ClusterTests {
    @Suite struct SearchTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.quick(), to: "quick.yaml")
        }

        private func search(_ arguments: String...) async throws -> JSONValue {
            try await Espalier.result(
                of: ["search", "quick.yaml", "--study", "q.sqlite", "--workers", "2"] + arguments,
                in: folder)
        }

        @Test func `a search ends with a certified and verified best schedule`() async throws {
            let result = try await search()
            let expected: Set = [
                "study", "trials", "trainings", "reports", "best", "cpu_seconds", "wall_seconds",
                "stopped_by",
            ]
            #expect(result.keys.isSuperset(of: expected))
            #expect(result["study"] == .string("quick"))
            #expect(result["stopped_by"] == .string("finished"))
            #expect(result["verified"] == .bool(true))
            #expect(result["trials"] == .number(8))
            #expect(result["reports"] == result["trainings"])
            #expect(try #require(result["trainings"]?.number) >= 13)
            let best = try #require(result["best"])
            #expect(try #require(best["replicates"]?.number) >= 5)
            #expect(best["evidence"] == .string("confirmation"))
            #expect(best["hit_rate"] == .number(1))
        }

        @Test func `other commands read what a search left`() async throws {
            let found = try await search()
            let best = try await Espalier.result(of: ["best", "q.sqlite"], in: folder)
            #expect(best == found["best"])
            let status = try await Espalier.result(of: ["status", "q.sqlite"], in: folder)
            #expect(status["phase"] == .string("finished"))
            #expect(status["trials"] == .number(8))
            #expect(status["trainings"] == found["trainings"])
            #expect(status["best"] == best)
            let replay = try await Espalier.result(of: ["replay", "q.sqlite"], in: folder)
            #expect(replay["ok"] == .bool(true))
            #expect(replay["divergent_proposals"] == .number(0))
            let verified = try await Espalier.result(of: ["verify", "q.sqlite"], in: folder)
            #expect(try #require(verified["checked"]?.number) >= 6)
            #expect(verified["equal"] == verified["checked"])
            let all = try await Espalier.result(of: ["verify", "q.sqlite", "--all"], in: folder)
            #expect(all["equal"] == found["trainings"])
        }

        @Test func `an exported schedule grows the network that was exported`() async throws {
            let best = try #require(try await search()["best"])
            for (format, file) in [("schedule", "s.yaml"), ("network", "n.json"), ("csv", "t.csv")]
            {
                let result = try await Espalier.result(
                    of: ["export", "q.sqlite", "--format", format, "--out", file], in: folder)
                #expect(result["path"] == .string(file))
                #expect(result["format"] == .string(format))
            }
            let network = try JSONValue.read(folder.text(of: "n.json"))
            let fingerprint = try #require(network["report"]?["fingerprint"]?.string)
            let rows = folder.text(of: "t.csv").split(separator: "\n").map { row in
                row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let columns = try #require(rows.first)
            #expect(rows.dropFirst().map(\.count).allSatisfy { $0 == columns.count })
            #expect(rows.count == 1 + RecordedStudy.reports(in: folder.file("q.sqlite")))
            let fingerprints = try #require(columns.firstIndex(of: "fingerprint"))
            let seeds = try #require(columns.firstIndex(of: "seed"))
            let row = try #require(rows.first { $0[fingerprints] == fingerprint })
            let grown = try await Espalier.result(
                of: ["grow", "s.yaml", "--config", "quick.yaml", "--seed", row[seeds]], in: folder)
            #expect(grown["fingerprint"] == .string(fingerprint))
            #expect(grown["outcome"]?.keys == ["reached"])
            #expect(best["schedule"]?.keys.isEmpty == false)
        }

        @Test func `a method is searched in a study of its own`() async throws {
            let config = Configs.quick(trials: 3)
            try folder.write(
                "\(config)\ncertification: {finalists: 1, confirmations: 0}", to: "quick.yaml")
            let result = try await Espalier.result(
                of: ["search", "quick.yaml", "--method", "growth", "--workers", "2"], in: folder)
            #expect(result["trials"] == .number(3))
            let space = try RecordedStudy(folder.file("studies/quick-growth.sqlite")).state
                .definition.space
            #expect(space.fixesIdle)
            #expect(space.dimensions.contains { $0.parameter == .overshoot })
        }

        @Test func `a finished search has nothing to do, and a larger budget goes on`() async throws
        {
            let first = try await search()
            let before = try RecordedStudy(folder.file("q.sqlite"))
            let again = try await search()
            #expect(again["trainings"] == first["trainings"])
            #expect(try RecordedStudy(folder.file("q.sqlite")).events == before.events)
            let larger = try await search("--trials", "14")
            #expect(larger["stopped_by"] == .string("finished"))
            let after = try RecordedStudy(folder.file("q.sqlite"))
            #expect(Array(after.events.prefix(before.events.count)) == before.events)
            #expect(after.state.searchTrials == 14)
            #expect(before.state.searchTrials == 8)
        }
    }
}
