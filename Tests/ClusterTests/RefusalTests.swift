import OperatingSystem
import Testing

extension ClusterTests {
    /// What a user got wrong is answered with one calm line and the right exit code.
    @Suite struct RefusalTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
        }

        private func expect(
            _ arguments: [String], status: Int, mentions: [String]
        ) async throws {
            let outcome = try await Espalier.run(arguments, in: folder)
            #expect(outcome.end == .exited(status: status), "\(outcome.errors)")
            for mention in mentions {
                #expect(outcome.errors.contains(mention), "\(outcome.errors)")
            }
            // A wrong argument is answered with the usage, too.
            if status != 64 {
                #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
                #expect(outcome.errors.hasPrefix("espalier: "))
            }
            #expect(outcome.output == "")
        }

        @Test(arguments: Refusal.configs + Refusal.files + Refusal.arguments)
        func `a mistake is named, with its place and what to do`(refusal: Refusal) async throws {
            for (name, text) in refusal.files { try folder.write(text, to: name) }
            try await expect(
                refusal.arguments, status: refusal.status, mentions: refusal.mentions)
        }

        @Test func `a study of another config is left alone`() async throws {
            try folder.write(Configs.quick(), to: "c.yaml")
            _ = try await Espalier.result(
                of: ["search", "c.yaml", "--study", "s.sqlite"], in: folder)
            let before = try RecordedStudy(folder.file("s.sqlite")).events
            try folder.write(Configs.quick(accuracy: "0.75"), to: "c.yaml")
            try await expect(
                ["search", "c.yaml", "--study", "s.sqlite"], status: 78,
                mentions: ["s.sqlite", "differs in objective", "--study", "--fresh"])
            #expect(try RecordedStudy(folder.file("s.sqlite")).events == before)
        }

        @Test func `a study without any success has no best schedule`() async throws {
            try folder.write(Configs.hopeless, to: "c.yaml")
            let search = try await Espalier.run(
                ["search", "c.yaml", "--study", "s.sqlite", "--json"], in: folder)
            #expect(search.end == .exited(status: 69))
            #expect(search.errors.contains("no schedule of s.sqlite has reached the target"))
            #expect(search.output.contains("came nearest, with"))
            let result = try search.result()
            #expect(result["reports"] == .number(2))
            #expect(result["best"] == nil)
            #expect(result["nearest"]?.keys == ["trial", "validation"])
            try await expect(
                ["best", "s.sqlite"], status: 69, mentions: ["s.sqlite", "reached the target"])
            try await expect(
                ["export", "s.sqlite", "--format", "schedule", "--out", "x"], status: 69,
                mentions: ["--trial"])
        }

        @Test func `a second coordinator of a study is refused and told of the first`() async throws
        {
            try folder.write(Configs.quick(), to: "c.yaml")
            let first = try Espalier.start(
                ["coordinator", "c.yaml", "--study", "s.sqlite", "--bind", folder.endpoint],
                name: "first", in: folder)
            try await eventually("the first listens") { first.errors.contains("listening on") }
            try await expect(
                [
                    "coordinator", "c.yaml", "--study", "s.sqlite", "--bind",
                    "\(folder.endpoint).2",
                ], status: 69, mentions: ["s.sqlite", "(\(first.id))", "wait for it or stop it"])
            try await expect(
                [
                    "coordinator", "c.yaml", "--study", "t.sqlite", "--bind", folder.endpoint,
                ], status: 69, mentions: [folder.endpoint, "in use"])
            #expect(first.end == nil)
        }
    }
}
