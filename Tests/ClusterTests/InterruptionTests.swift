import Glibc
import OperatingSystem
import Studies
import Testing

extension ClusterTests {
    /// What happens to a search that is stopped, kindly or not.
    @Suite struct InterruptionTests {
        private let folder: TestFolder
        private var study: String { folder.file("digits.sqlite") }

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.steady(), to: "digits.yaml")
        }

        private static let words = [
            "search", "digits.yaml", "--study", "digits.sqlite", "--workers", "2", "--json",
        ]

        /// Starts a search, and waits until it is in full swing.
        private func startedSearch(
            reports: Int = 1
        ) async throws -> (RunningProgram, [ProcessTable.Entry]) {
            let search = try Espalier.start(Self.words, name: "first", in: folder)
            try await eventually("reports are in the journal, and both workers train") {
                guard let recorded = try? RecordedStudy(study) else { return false }
                return recorded.state.reports >= reports && Set(recorded.busyWorkers).count == 2
            }
            let workers = ProcessTable.children(of: search.id)
            #expect(workers.count == 2)
            return (search, workers)
        }

        /// Runs the same command again, for two trials more, and expects everything from before.
        private func expectResumption(from before: RecordedStudy) async throws {
            let trials = before.state.searchTrials + 2
            let result = try await Espalier.result(
                of: Self.words.dropLast() + ["--trials", "\(trials)"], in: folder)
            #expect(result["stopped_by"] == .string("finished"))
            #expect(result["verified"] == .bool(true))
            let after = try RecordedStudy(study)
            #expect(Array(after.events.prefix(before.events.count)) == before.events)
            #expect(Set(after.settlements).count == after.settlements.count)
            #expect(after.state.searchTrials == trials)
            #expect(after.state.reports == after.state.proposedTrials)
        }

        @Test func `Ctrl-C lets what runs end, and the same command goes on`() async throws {
            let (search, workers) = try await startedSearch()
            search.send(signal: SIGINT)
            #expect(try await search.ended() == .success, "\(search.errors)")
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
            try folder.write(Configs.endless, to: "digits.yaml")
            let (search, workers) = try await startedSearch(reports: 0)
            search.send(signal: SIGINT)
            try await eventually("the search has noticed") { search.errors.contains("stopping") }
            search.send(signal: SIGINT)
            #expect(try await search.ended() == .success, "\(search.errors)")
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
            try await eventually("the workers leave") {
                workers.allSatisfy { !ProcessTable.isAlive($0.id) }
            }
            try await expectResumption(from: try RecordedStudy(study))
        }
    }
}
