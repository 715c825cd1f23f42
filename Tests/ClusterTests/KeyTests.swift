import FoundationEssentials
import Glibc
import OperatingSystem
import Studies
import Testing

extension ClusterTests {
    /// Who may connect to a coordinator with keys, and what everybody else is told.
    @Suite struct KeyTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            try folder.write(Configs.quick(), to: "quick.yaml")
        }

        /// The permissions of a file, as `ls` would have them in octal digits.
        private func mode(of name: String) throws -> String {
            var status = stat()
            try #require(unsafe stat(folder.file(name), &status) == 0, "\(name) is not there")
            return String(status.st_mode & 0o777, radix: 8)
        }

        private func makeKeys(_ name: String) async throws {
            let outcome = try await Espalier.run(["keys", "new", name], in: folder)
            try #require(outcome.end == .success, "\(outcome.errors)")
        }

        /// Starts a coordinator on a port of the system's choice, and tells where it listens.
        private func startCoordinator(
            _ name: String, _ arguments: String..., port: String = "*",
            config: String = "quick.yaml"
        ) async throws -> (RunningProgram, endpoint: String) {
            let words = [
                "coordinator", config, "--study", "\(name).sqlite", "--bind",
                "tcp://127.0.0.1:\(port)",
            ]
            let program = try Espalier.start(words + arguments, name: name, in: folder)
            let mark = "listening on "
            let line = try await eventually("\(name) listens") {
                program.errors.split(separator: "\n").first { $0.contains(mark) }
            }
            return (program, line.split(separator: " ").last.map(String.init) ?? "")
        }

        private func refused(_ endpoint: String, _ arguments: String...) async throws -> String {
            let outcome = try await Espalier.run(
                ["worker", endpoint] + arguments, in: folder)
            #expect([.exited(status: 77), .exited(status: 69)].contains(outcome.end))
            return "\(outcome.end) \(outcome.errors)"
        }

        @Test func `keys are for their owner alone, and never overwritten`() async throws {
            try await makeKeys("keys")
            #expect(try mode(of: "keys") == "700")
            #expect(try mode(of: "keys/worker-1") == "700")
            let files = ["coordinator.secret", "workers.public", "worker-1/worker.secret"]
            for file in files { #expect(try mode(of: "keys/\(file)") == "600") }
            let before = files.map { folder.text(of: "keys/\($0)") }
            let taken = try FileManager.default.contentsOfDirectory(
                atPath: folder.file("keys/worker-1"))
            #expect(taken.sorted() == ["coordinator.public", "worker.secret"])
            let again = try await Espalier.run(["keys", "new", "keys"], in: folder)
            #expect(again.end == .exited(status: 73))
            #expect(again.errors.contains("keys/coordinator.secret already exists"))
            let twice = try await Espalier.run(["keys", "add", "keys", "worker-1"], in: folder)
            #expect(twice.end == .exited(status: 73))
            #expect(files.map { folder.text(of: "keys/\($0)") } == before)
        }

        @Test func `a secret that others may read is not used`() async throws {
            try await makeKeys("keys")
            unsafe chmod(folder.file("keys/worker-1/worker.secret"), 0o640)
            let worker = try await refused("tcp://127.0.0.1:1", "--keys", "keys/worker-1")
            #expect(
                worker.contains("keys/worker-1/worker.secret is open to other users (mode 640)"))
            #expect(worker.contains("chmod 600"))
            unsafe chmod(folder.file("keys/coordinator.secret"), 0o604)
            let outcome = try await Espalier.run(
                [
                    "coordinator", "quick.yaml", "--bind", "tcp://127.0.0.1:*", "--keys", "keys",
                ], in: folder)
            #expect(outcome.end == .exited(status: 77))
            #expect(outcome.errors.contains("coordinator.secret is open to other users (mode 604)"))
        }

        @Test func `strangers are refused, and both sides say why`() async throws {
            try await makeKeys("keys")
            try await makeKeys("other")
            let (coordinator, endpoint) = try await startCoordinator("c", "--keys", "keys")

            let wrongServer = try await refused(endpoint, "--keys", "other/worker-1")
            #expect(wrongServer.contains("69"))
            #expect(wrongServer.contains("not the owner of coordinator.public"))
            let plain = try await refused(endpoint)
            // The side that sees first that the other has no keys hangs up, and knows why.
            #expect(
                plain.contains("admits only workers with keys")
                    || plain.contains("it may require keys (--keys)"))
            try folder.write(
                folder.text(of: "keys/coordinator.public"), to: "other/worker-1/coordinator.public")
            let unknown = try await refused(endpoint, "--keys", "other/worker-1")
            #expect(unknown.contains("77"))
            #expect(unknown.contains("does not know this worker's key"))

            let log = coordinator.errors
            #expect(log.contains("refused a worker from 127.0.0.1: its key "))
            #expect(log.contains("is not in keys/workers.public"))
            #expect(log.contains("refused a worker that takes this coordinator for another one"))
            #expect(
                log.contains("refused a worker that comes without keys")
                    || log.contains("perhaps a worker that comes without keys"))
            #expect(!log.contains("joined"))
            #expect(coordinator.end == nil)
        }

        @Test func `a coordinator without keys is not believed by a worker with keys`() async throws
        {
            try await makeKeys("keys")
            let (coordinator, endpoint) = try await startCoordinator("c")
            let worker = try await refused(endpoint, "--keys", "keys/worker-1")
            // The side that sees first that only one has keys hangs up, and knows why.
            #expect(
                worker.contains("has no keys, so it cannot prove who it is")
                    || worker.contains("or has no keys itself"))
            try await eventually("the coordinator tells of it") {
                coordinator.errors.contains("refused a worker that comes with keys")
                    || coordinator.errors.contains("perhaps a worker that comes with keys")
            }
        }

        @Test func `listed workers do the study, also one that is added meanwhile`() async throws {
            try await makeKeys("keys")
            let (coordinator, endpoint) = try await startCoordinator("c", "--keys", "keys")
            for suffix in ["", "-wal", "-shm", "-lock"] {
                #expect(try mode(of: "c.sqlite\(suffix)") == "600")
            }
            let added = try await Espalier.run(["keys", "add", "keys", "elm"], in: folder)
            #expect(added.end == .success, "\(added.errors)")
            let worker = try Espalier.start(
                ["worker", endpoint, "--keys", "keys/elm", "--name", "elm"], name: "elm", in: folder
            )
            #expect(try await coordinator.ended() == .success, "\(coordinator.errors)")
            #expect(try await worker.ended() == .success, "\(worker.errors)")
            #expect(
                coordinator.errors.contains("elm connects from 127.0.0.1, and its key is listed"))
            let recorded = try RecordedStudy(folder.file("c.sqlite"))
            #expect(recorded.state.searchTrials == 8)
            #expect(recorded.state.reports == recorded.state.proposedTrials)
        }

        @Test func `a worker that takes another's name is a worker of its own key`() async throws {
            try await makeKeys("keys")
            try folder.write(Configs.steady(), to: "digits.yaml")
            let added = try await Espalier.run(["keys", "add", "keys", "elm"], in: folder)
            #expect(added.end == .success, "\(added.errors)")
            let (coordinator, endpoint) = try await startCoordinator(
                "n", "--keys", "keys", config: "digits.yaml")
            let workers = try ["elm", "worker-1"].map { key in
                try Espalier.start(
                    ["worker", endpoint, "--keys", "keys/\(key)", "--name", "elm"], name: key,
                    in: folder)
            }
            try await eventually("both work") {
                coordinator.errors.contains(" elm joined")
                    && coordinator.errors.contains(" worker-1.elm joined")
            }
            for process in workers + [coordinator] { process.send(signal: SIGKILL) }
            for process in workers + [coordinator] { _ = try await process.ended() }
            let recorded = try RecordedStudy(folder.file("n.sqlite"))
            #expect(recorded.losses.isEmpty)
        }

        @Test func `a worker whose key is removed from the list is ignored`() async throws {
            try await makeKeys("keys")
            try folder.write(Configs.steady(), to: "digits.yaml")
            let (coordinator, endpoint) = try await startCoordinator(
                "s", "--keys", "keys", "--lease", "2s", config: "digits.yaml")
            let worker = try Espalier.start(
                ["worker", endpoint, "--keys", "keys/worker-1", "--name", "oak"], name: "oak",
                in: folder)
            try await eventually("oak works") { coordinator.errors.contains("oak joined") }
            try folder.write("", to: "keys/workers.public")
            try await eventually("it is told") {
                coordinator.errors.contains("worker-1 is now ignored")
                    && worker.errors.contains("its key was removed from the coordinator's list")
            }
            try await eventually("its leases expire") {
                coordinator.errors.contains("fell silent")
            }
            coordinator.send(signal: SIGKILL)
            worker.send(signal: SIGKILL)
            _ = try await coordinator.ended()
            _ = try await worker.ended()
        }

        @Test func `a worker with keys waits for a coordinator that is not there yet`() async throws
        {
            try await makeKeys("keys")
            // A port that was free a moment ago.
            let (former, endpoint) = try await startCoordinator("former", "--keys", "keys")
            former.send(signal: SIGKILL)
            _ = try await former.ended()
            let worker = try Espalier.start(
                ["worker", endpoint, "--keys", "keys/worker-1"], name: "early", in: folder)
            try await eventually("the worker tries") { worker.errors.contains("connects to") }
            let port = endpoint.split(separator: ":").last.map(String.init) ?? ""
            let (coordinator, _) = try await startCoordinator("c", "--keys", "keys", port: port)
            #expect(try await coordinator.ended() == .success, "\(coordinator.errors)")
            #expect(try await worker.ended() == .success, "\(worker.errors)")
        }

        @Test func `the socket of a local coordinator is closed to other users`() async throws {
            let coordinator = try Espalier.start(
                ["coordinator", "quick.yaml", "--study", "l.sqlite", "--bind", folder.endpoint],
                name: "local", in: folder)
            try await eventually("it listens") { coordinator.errors.contains("listening on") }
            #expect(try mode(of: "c.ipc") == "700")
        }
    }
}
