import Glibc
import OperatingSystem
import Studies
import Testing

extension ClusterTests {
    /// What happens to a search that is stopped, kindly or not.
    @Suite struct InterruptionTests {
        private let folder: TestFolder
        private var study: String { folder.file("slow.sqlite") }

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.slow(), to: "slow.yaml")
        }

        private static let words = [
            "search", "slow.yaml", "--study", "slow.sqlite", "--workers", "2", "--json",
        ]

        /// Starts a search, and waits until it is in full swing.
        private func startedSearch() async throws -> (RunningProgram, [ProcessTable.Entry]) {
            let search = try Espalier.start(Self.words, name: "first", in: folder)
            try await eventually("a report is in the journal, and two trainings run") {
                let recorded = try? RecordedStudy(study)
                return recorded.map { $0.state.reports > 0 && $0.busyWorkers.count >= 2 } ?? false
            }
            let workers = ProcessTable.children(of: search.id)
            #expect(workers.count == 2)
            return (search, workers)
        }

        /// Runs the same command again, to the end, and expects everything from before in it.
        private func expectResumption(from before: RecordedStudy) async throws {
            let result = try await Espalier.result(of: Self.words.dropLast(), in: folder)
            #expect(result["stopped_by"] == .string("finished"))
            #expect(result["verified"] == .bool(true))
            let after = try RecordedStudy(study)
            #expect(Array(after.events.prefix(before.events.count)) == before.events)
            #expect(Set(after.settlements).count == after.settlements.count)
            #expect(after.state.searchTrials == 12)
            #expect(after.state.reports == after.state.proposedTrials)
        }

        @Test func `Ctrl-C ends a search in good order, and the same command goes on`() async throws
        {
            let (search, workers) = try await startedSearch()
            search.send(signal: SIGINT)
            #expect(try await search.ended(within: .seconds(20)) == .success, "\(search.errors)")
            #expect(workers.allSatisfy { !ProcessTable.isAlive($0.id) })
            let last = try #require(search.output.split(separator: "\n").last)
            #expect(try JSONValue.read(last)["stopped_by"] == .string("drained"))
            #expect(search.errors.contains("ask again to stop at once"))
            let stopped = try RecordedStudy(study)
            #expect(stopped.busyWorkers == [])
            #expect(stopped.state.phase == .searching)
            try await expectResumption(from: stopped)
        }

        @Test func `the second Ctrl-C ends a search at once`() async throws {
            try folder.write(Configs.slow(connections: 40_000), to: "slow.yaml")
            let (search, workers) = try await startedSearch()
            search.send(signal: SIGINT)
            try await eventually("the search has noticed") { search.errors.contains("stopping") }
            search.send(signal: SIGINT)
            #expect(try await search.ended(within: .seconds(20)) == .success, "\(search.errors)")
            #expect(workers.allSatisfy { !ProcessTable.isAlive($0.id) })
            let last = try #require(search.output.split(separator: "\n").last)
            #expect(try JSONValue.read(last)["stopped_by"] == .string("interrupted"))
            let replay = try await Espalier.result(of: ["replay", study], in: folder)
            #expect(replay["ok"] == .bool(true))
        }

        @Test func `the workers of a search that is killed leave by themselves`() async throws {
            let (search, workers) = try await startedSearch()
            search.send(signal: SIGKILL)
            #expect(try await search.ended() == .killed(signal: Int(SIGKILL)))
            try await eventually("the workers leave", within: .seconds(10)) {
                workers.allSatisfy { !ProcessTable.isAlive($0.id) }
            }
            try await expectResumption(from: try RecordedStudy(study))
        }
    }
}
