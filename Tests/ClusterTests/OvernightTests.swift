import FoundationEssentials
import Glibc
import OperatingSystem
import Studies
import Testing
import Trials

extension ClusterTests {
    /// What befalls a search that nobody watches.
    @Suite struct OvernightTests {
        private let folder: TestFolder
        private var study: String { folder.file("slow.sqlite") }

        private static let words = [
            Espalier.path, "search", "slow.yaml", "--study", "slow.sqlite", "--workers", "2",
            "--json",
        ]

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.slow(trials: 6, connections: 5_000), to: "slow.yaml")
        }

        private func result(of search: RunningProgram) throws -> JSONValue {
            try JSONValue.read(try #require(search.output.split(separator: "\n").last))
        }

        private func begun(_ words: [String]) async throws -> RunningProgram {
            let search = try RunningProgram(words, name: "search", in: folder)
            try await eventually("a report is in the journal") {
                RecordedStudy.reports(in: study) > 0
            }
            return search
        }

        @Test func `a search under nohup outlives its terminal`() async throws {
            let search = try await begun(["nohup"] + Self.words)
            search.send(signal: SIGHUP)
            #expect(try await search.ended(within: .seconds(60)) == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("finished"))
        }

        @Test func `a search whose terminal goes finishes what it trains`() async throws {
            try folder.write(Configs.slow(trials: 200), to: "slow.yaml")
            let search = try await begun(Self.words)
            search.send(signal: SIGHUP)
            #expect(try await search.ended(within: .seconds(60)) == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("drained"))
            #expect(try RecordedStudy(study).busyWorkers == [])
        }

        @Test func `a log that nobody reads any more ends no search`() async throws {
            let line = "exec \(Self.words.joined(separator: " ")) 2> >(exec true)"
            let search = try RunningProgram(["bash", "-c", line], name: "search", in: folder)
            #expect(try await search.ended(within: .seconds(60)) == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("finished"))
            #expect(try RecordedStudy(study).state.phase == .finished)
        }

        @Test func `a search whose time is over ends, and keeps nobody waiting`() async throws {
            try folder.write(Configs.slow(trials: 5_000), to: "slow.yaml")
            let search = try RunningProgram(
                Self.words + ["--for", "3s"], name: "search", in: folder)
            let end = try await search.ended(within: .seconds(60))
            let result = try result(of: search)
            // A slow machine has not reached the target by then, and says so.
            let expected = result["best"] == nil ? 69 : 0
            #expect(end == .exited(status: expected), "\(search.errors)")
            // Where trainings are fast enough it certifies in time, and then verifies the winner.
            let isOverdue = result["stopped_by"] == .string("deadline")
            #expect(isOverdue || result["stopped_by"] == .string("finished"))
            #expect((result["verified"] == nil) == isOverdue)
            #expect(try #require(result["wall_seconds"]?.number) < 20)
        }

        @Test func `schedules to start from that come too late are not ignored in silence`()
            async throws
        {
            let search = try await begun(Self.words)
            #expect(try await search.ended(within: .seconds(60)) == .success, "\(search.errors)")
            try folder.write("batch_size: 16\n", to: "first.yaml")
            let again = try RunningProgram(
                Self.words + ["--start-from", "first.yaml"], name: "again", in: folder)
            #expect(try await again.ended(within: .seconds(60)) == .success, "\(again.errors)")
            #expect(again.errors.contains("--start-from is for a new study"), "\(again.errors)")
        }

        @Test func `a worker whose parent is gone before it looks leaves by itself`()
            async throws
        {
            // No process has this number: it is above what the kernel gives.
            let orphan = try Espalier.start(
                ["worker", folder.endpoint, "--exit-with-parent", "4194305"], name: "orphan",
                in: folder)
            #expect(try await orphan.ended(within: .seconds(20)) == .success, "\(orphan.errors)")
        }
    }
}
