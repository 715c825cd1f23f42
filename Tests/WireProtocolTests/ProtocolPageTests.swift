import FoundationEssentials
import Testing
import WireProtocol

@Suite struct ProtocolPageTests {
    @Test func `the page shows every example exactly as it is sent, and names the limits`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = String(
            decoding: try Data(contentsOf: root.appending(path: "cluster/PROTOCOL.md")),
            as: UTF8.self
        )
        for text in Golden.workerMessages + Golden.coordinatorMessages {
            #expect(page.contains("```json\n\(text)\n```"), "\(text)")
        }
        #expect(page.contains("Version \(MessageCodec.version)."))
        #expect(MessageCodec.frameBytes == 4 << 20 && page.contains("4 MiB"))
        #expect(MessageCodec.chunkBytes == 128 << 10 && page.contains("most 128 KiB"))
        #expect(MessageCodec.curvePoints == 20_000 && page.contains("at most 20,000 points"))
        #expect(
            page.contains("at most \(MessageCodec.reasonCharacters) characters, for people")
        )
    }
}
