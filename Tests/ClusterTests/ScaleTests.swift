import CoordinatorProcess
import FoundationEssentials
import OperatingSystem
import Testing

/// Many workers, and workers that are left alone.
@Suite struct ScaleTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
    }

    @Test func `a swarm settles every trial, and the study is taken up again`() async throws {
        let result = try await Espalier.result(
            of: ["benchmark", "dispatch", "--trials", "200", "--workers", "20"], in: folder)
        guard case .array(let rows) = result["rows"], let row = rows.first else {
            Issue.record("\(result)")
            return
        }
        #expect(row["in_flight"] == .number(60))
        // The definition, the budget, and three events for each trial.
        #expect(row["restart"]?["events"] == .number(602))
        let activities = try #require(row["activities"]?.elements)
        let times = activities.compactMap { $0["microseconds"]?.number }
        #expect(times.allSatisfy { $0 >= 0 })
        let total = try #require(row["coordinator_microseconds"]?.number)
        #expect(abs(times.reduce(0, +) - total) < 1e-6 * total)
        let deciding = activities.first { $0["activity"] == .string("deciding") }
        #expect(try #require(deciding?["microseconds"]?.number) > 0)
    }

    @Test func `a swarm that needs more open files than there may be is refused`() async throws {
        let command = """
            ulimit -n 256; exec '\(Espalier.path)' benchmark dispatch --trials 10 --workers 100
            """
        let program = try RunningProgram(
            ["/bin/sh", "-c", command], name: "swarm", in: folder)
        #expect(try await program.ended() != .success)
        #expect(program.errors.contains("need 364 open files, and this process may have 256"))
    }

    @Test func `a worker gives up a coordinator that is gone`() async throws {
        let outcome = try await Espalier.run(
            ["worker", "ipc://\(folder.path)/nobody.ipc", "--patience", "1s"], in: folder)
        #expect(outcome.end == .exited(status: 69))
        #expect(outcome.errors.contains("no coordinator has answered at"))
        let host = try String(contentsOfFile: "/proc/sys/kernel/hostname", encoding: .utf8)
            .prefix { $0 != "." && $0 != "\n" }.prefix(12)
        #expect(outcome.errors.contains("worker \(host)-"), "\(outcome.errors)")
    }
}
