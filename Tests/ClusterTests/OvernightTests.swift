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
        private var study: String { folder.file("digits.sqlite") }

        private static let words = [
            Espalier.path, "search", "digits.yaml", "--study", "digits.sqlite", "--workers", "2",
            "--json",
        ]

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.steady(trials: 6), to: "digits.yaml")
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
            try folder.write(Configs.steady(trials: 30), to: "digits.yaml")
            let search = try await begun(["nohup"] + Self.words)
            search.send(signal: SIGHUP)
            #expect(try await search.ended() == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("finished"))
        }

        @Test func `a search whose terminal goes finishes what it trains`() async throws {
            try folder.write(Configs.steady(), to: "digits.yaml")
            let search = try await begun(Self.words)
            search.send(signal: SIGHUP)
            #expect(try await search.ended() == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("drained"))
            #expect(try RecordedStudy(study).busyWorkers == [])
        }

        @Test func `a log that nobody reads any more ends no search`() async throws {
            let line = "exec \(Self.words.joined(separator: " ")) 2> >(exec true)"
            let search = try RunningProgram(["bash", "-c", line], name: "search", in: folder)
            #expect(try await search.ended() == .success, "\(search.errors)")
            #expect(try result(of: search)["stopped_by"] == .string("finished"))
            #expect(try RecordedStudy(study).state.phase == .finished)
        }

        @Test func `a search whose time is over ends, and keeps nobody waiting`() async throws {
            // 0.05 minutes are 3 seconds.
            let result = try await overdue(["--for", "0.05m"])
            #expect(try #require(result["wall_seconds"]?.number) >= 2.9)
        }

        @Test func `a search may end at a time of the day`() async throws {
            // A time zone in which it is a quarter of a minute before noon.
            let now = time(nil)
            let shift = Int(now) % 86_400 - (12 * 3600 - 15)
            let hours = abs(shift) / 3600
            let rest = "\(abs(shift) / 60 % 60):\(abs(shift) % 60)"
            let zone = "TZ=NOON\(shift < 0 ? "-" : "")\(hours):\(rest)"
            let result = try await overdue(["--until", "12:00"], environment: [zone])
            #expect(try #require(result["wall_seconds"]?.number) > 0)
        }

        /// The result of a search that its time ends, since its trainings never end.
        private func overdue(
            _ arguments: [String], environment: [String] = []
        ) async throws -> JSONValue {
            try folder.write(Configs.endless, to: "digits.yaml")
            let search = try RunningProgram(
                Self.words + arguments, name: "search", in: folder, environment: environment)
            // Nothing has reached the target.
            #expect(try await search.ended() == .exited(status: 69), "\(search.errors)")
            let result = try result(of: search)
            #expect(result["stopped_by"] == .string("deadline"))
            #expect(result["verified"] == nil)
            return result
        }

        @Test func `schedules to start from that come too late are not ignored in silence`()
            async throws
        {
            let search = try await begun(Self.words)
            #expect(try await search.ended() == .success, "\(search.errors)")
            try folder.write("batch_size: 16\n", to: "first.yaml")
            let again = try RunningProgram(
                Self.words + ["--start-from", "first.yaml"], name: "again", in: folder)
            #expect(try await again.ended() == .success, "\(again.errors)")
            #expect(again.errors.contains("--start-from is for a new study"), "\(again.errors)")
        }

        @Test func `a worker whose parent is gone before it looks leaves by itself`()
            async throws
        {
            // No process has this number: it is above what the kernel gives.
            let orphan = try Espalier.start(
                ["worker", folder.endpoint, "--exit-with-parent", "4194305"], name: "orphan",
                in: folder)
            #expect(try await orphan.ended() == .success, "\(orphan.errors)")
        }
    }
}
