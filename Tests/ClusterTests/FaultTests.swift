import Glibc
import Studies
import StudyStore
import Testing
import Trials

/// What survives when processes are killed.
@Suite(.serialized) struct FaultTests {
    private func events(_ folder: TestFolder) -> [StudyEvent] {
        (try? StudyReader(at: folder.path("studies/parity.sqlite")).events()) ?? []
    }

    private func reported(_ events: [StudyEvent]) -> [TrialID] {
        events.compactMap { event in
            if case .reported(let trial, _, _, _) = event { trial } else { nil }
        }
    }

    private func worker(_ name: String, _ folder: TestFolder) throws -> Program {
        try Program(["worker", "ipc://\(folder.path("c.ipc"))", "--name", name], in: folder)
    }

    private func coordinator(_ config: String, _ folder: TestFolder) throws -> Program {
        try Program(["coordinator", config, "--bind", "ipc://\(folder.path("c.ipc"))"], in: folder)
    }

    private func expectWhole(_ folder: TestFolder, trials: Int) throws {
        let settled = reported(events(folder))
        #expect(Set(settled).count == settled.count, "a trial is settled twice")
        let study = "studies/parity.sqlite"
        let status = try Program.run("status", study, "--json", in: folder).json()
        #expect(status["phase"] == .text("finished"))
        #expect(status["trials"] == .number(Double(trials)))
        #expect(try Program.run("replay", study, in: folder).status == 0)
        #expect(try Program.run("verify", study, in: folder).status == 0)
    }

    @Test func `a killed worker costs its attempts and nothing else`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 8, trials: 40)
        let coordinator = try coordinator(config, folder)
        let victim = try worker("victim", folder)
        let survivor = try worker("survivor", folder)
        try eventually(within: 30, "some trials are reported") {
            reported(events(folder)).count > 5
        }
        victim.kill(SIGKILL)
        let successor = try worker("victim", folder)
        let ended = try coordinator.wait(within: 90)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(try survivor.wait(within: 20).status == 0)
        #expect(try successor.wait(within: 20).status == 0)
        let losses = events(folder).filter { if case .lost = $0 { true } else { false } }
        // What it trained and the lease that it held in reserve.
        #expect(losses.count <= 2)
        try expectWhole(folder, trials: 40)
    }

    @Test func `a killed coordinator loses nothing, and its workers deliver to the next`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 8, trials: 40)
        var coordinator = try coordinator(config, folder)
        let workers = try ["one", "two"].map { try worker($0, folder) }
        var before: [TrialID] = []
        for round in 1...3 {
            try eventually(within: 30, "more trials are reported in round \(round)") {
                reported(events(folder)).count > before.count + 4
            }
            coordinator.kill(SIGKILL)
            _ = try coordinator.wait(within: 10)
            before = reported(events(folder))
            coordinator = try self.coordinator(config, folder)
        }
        #expect(try coordinator.wait(within: 90).status == 0)
        for worker in workers { #expect(try worker.wait(within: 20).status == 0) }
        #expect(Array(reported(events(folder)).prefix(before.count)) == before)
        try expectWhole(folder, trials: 40)
    }

    @Test func `a search that is interrupted keeps everything and goes on`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 8, trials: 30)
        let search = try Program(["search", config, "--workers", "2", "--json"], in: folder)
        try eventually(within: 30, "some trials are reported") {
            reported(events(folder)).count > 5
        }
        search.kill(SIGINT)
        let stopped = try search.wait(within: 30)
        #expect(stopped.status == 0, "\(stopped.errors)")
        #expect(try stopped.json()["stopped_by"] == .text("drained"))
        let kept = reported(events(folder))
        let again = try Program.run("search", config, "--json", in: folder, within: 90)
        #expect(again.status == 0, "\(again.errors)")
        #expect(Array(reported(events(folder)).prefix(kept.count)) == kept)
        try expectWhole(folder, trials: 30)
    }

    @Test func `the workers of a search that is killed leave by themselves`() throws {
        let folder = try TestFolder()
        let config = try folder.parityConfig(bits: 8, trials: 30)
        let search = try Program(["search", config, "--workers", "2"], in: folder)
        try eventually(within: 30, "some trials are reported") {
            reported(events(folder)).count > 2
        }
        let children = try Self.children(of: search.id)
        #expect(children.count == 2)
        search.kill(SIGKILL)
        _ = try search.wait(within: 10)
        try eventually(within: 20, "the workers are gone") {
            children.allSatisfy { kill($0, 0) != 0 }
        }
        #expect(try Program.run("search", config, in: folder, within: 90).status == 0)
        try expectWhole(folder, trials: 30)
    }

    private static func children(of id: pid_t) throws -> [pid_t] {
        let path = "/proc/\(id)/task/\(id)/children"
        let descriptor = unsafe open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(separator: " ").compactMap { pid_t($0) }
    }
}
