import FoundationEssentials
import Glibc
import OperatingSystem
import Studies
import Testing

extension ClusterTests {
    /// cluster/start-local and cluster/stop-local, copied to a folder that no real cluster uses.
    @Suite struct LocalClusterTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.steady(), to: "digits.yaml")
            try FileManager.default.createDirectory(
                atPath: folder.file("cluster"), withIntermediateDirectories: false)
            for script in ["start-local", "stop-local", "keep-running", "local.bash"] {
                try FileManager.default.copyItem(
                    atPath: "\(Checkout.root)/cluster/\(script)",
                    toPath: folder.file("cluster/\(script)"))
            }
        }

        private func run(_ words: String...) async throws -> Espalier.Outcome {
            let script = try RunningProgram(
                words, name: "script", in: folder, environment: ["ESPALIER=\(Espalier.path)"])
            let end = try await script.ended()
            return Espalier.Outcome(end: end, output: script.output, errors: script.errors)
        }

        /// The `espalier` processes of the cluster that are alive.
        private func nodes(_ word: String) -> [ProcessTable.Entry] {
            ProcessTable.entries().filter { entry in
                entry.words.first == Espalier.path && entry.mentions(folder.path)
                    && entry.words.contains(word)
            }
        }

        @Test func `a local cluster starts, heals and stops without a trace`() async throws {
            let started = try await run("cluster/start-local", "digits.yaml", "2")
            #expect(started.end == .success, "\(started.errors)")
            #expect(started.output.contains("Started a coordinator and 2 worker(s)"))
            #expect(started.output.contains("status studies/digits.sqlite"))
            for name in ["coordinator", "worker-1", "worker-2"] {
                let id = folder.text(of: "cluster/run/\(name).pid").filter(\.isNumber)
                #expect(ProcessTable.isAlive(try #require(Int32(id))))
                #expect(folder.text(of: "cluster/run/\(name).log").contains("espalier"))
            }
            let study = folder.file("studies/digits.sqlite")
            try await eventually("a report arrives") { RecordedStudy.reports(in: study) > 0 }
            let status = try await Espalier.result(of: ["status", study], in: folder)
            #expect(status["phase"] == .string("searching"))
            #expect(try #require(status["running"]?.number) > 0)

            // A worker without a lease loses nothing.
            try await eventually("the victim trains") {
                try RecordedStudy(study).busyWorkers.contains("local-1")
            }
            let victim = try #require(nodes("local-1").first)
            kill(victim.id, SIGKILL)
            let successor = try await eventually("the worker starts again") {
                nodes("local-1").first { $0.id != victim.id }
            }
            try await eventually("its successor trains") {
                let recorded = try RecordedStudy(study)
                return recorded.busyWorkers.contains("local-1") && !recorded.losses.isEmpty
            }
            #expect(ProcessTable.isAlive(successor.id))

            let again = try await run("cluster/start-local", "digits.yaml", "2")
            #expect(again.end == .exited(status: 69))
            #expect(again.errors.contains("stop it with cluster/stop-local"))

            let stopped = try await run("cluster/stop-local")
            #expect(stopped.end == .success, "\(stopped.errors)")
            #expect(stopped.output == "Stopped worker-1 worker-2 coordinator.\n")
            #expect(ProcessTable.entries().filter { $0.mentions(folder.path) } == [])
            let left = try FileManager.default.contentsOfDirectory(
                atPath: folder.file("cluster/run"))
            #expect(left.filter { !$0.hasSuffix(".log") } == ["lock"])
            let replay = try await Espalier.result(of: ["replay", study], in: folder)
            #expect(replay["ok"] == .bool(true))
            #expect(try RecordedStudy(study).busyWorkers == [])
        }
    }
}
