import FoundationEssentials
import Glibc
import OperatingSystem
import Testing

extension ClusterTests {
    /// A study's file that something other than a coordinator wrote to: what people read then.
    @Suite struct DamagedStudyTests {
        private let folder: TestFolder
        private var study: String { folder.file("quick.sqlite") }

        init() async throws {
            folder = try TestFolder()
            try folder.write(Configs.quick(), to: "quick.yaml")
            _ = try await Espalier.result(
                of: ["search", "quick.yaml", "--study", study, "--workers", "1"], in: folder)
        }

        /// What a command says that must refuse the file.
        private func refusal(
            of words: [String], status: Int
        ) async throws -> String {
            let outcome = try await Espalier.run(words, in: folder)
            #expect(outcome.end == .exited(status: status), "\(outcome.errors)")
            #expect(outcome.errors.contains(study))
            return outcome.errors
        }

        /// Commands that read the study, and one that would go on with it.
        private var commands: [[String]] {
            [
                ["status", study], ["replay", study], ["verify", study],
                [
                    "coordinator", "quick.yaml", "--study", study, "--bind", folder.endpoint,
                ],
            ]
        }

        private func change(_ body: (inout [UInt8]) throws -> Void) throws {
            var bytes = try FileBytes.read(study)
            try body(&bytes)
            try Data(bytes).write(to: URL(filePath: study))
        }

        @Test func `a flipped bit is refused by every command, with the way to go on`()
            async throws
        {
            try change { bytes in
                let word = Array("\"hidden_nodes\":".utf8)
                let place = try #require(bytes.indices.first { bytes[$0...].starts(with: word) })
                bytes[place + word.count] ^= 1
            }
            for command in commands {
                let words = try await refusal(of: command, status: 65)
                #expect(words.contains("its text is not what was written"))
                #expect(words.contains("events before it can be read"))
            }
        }

        @Test func `a truncated study is refused by every command, with the way to go on`()
            async throws
        {
            try change { bytes in bytes.removeLast(bytes.count / 2) }
            for command in commands {
                let words = try await refusal(of: command, status: 65)
                #expect(words.contains("damaged"))
                #expect(words.contains(".recover"))
            }
        }

        @Test func `a study of no bytes is one that never began`() async throws {
            try change { $0 = [] }
            let words = try await refusal(of: ["status", study], status: 66)
            #expect(words.contains("no study is there; begin one"))
        }

        @Test func `another file is never taken for a study`() async throws {
            try change { $0 = Array(String(repeating: "accuracy,0.95\n", count: 400).utf8) }
            for command in commands {
                let words = try await refusal(of: command, status: 65)
                #expect(words.contains("not a study of espalier; choose another path"))
            }
        }

        @Test func `a study of a newer espalier is refused, and what to do is said`() async throws {
            // The format is at byte 60 of the header, highest byte first.
            try change { $0[63] = 200 }
            for command in commands {
                let words = try await refusal(of: command, status: 65)
                #expect(words.contains("written in format 200"))
                #expect(words.contains("update espalier"))
            }
        }
    }
}
