import Testing
import WireProtocol
import ZeroMQ

@Suite struct FrameSizeTests {
    @Test func `sockets accept exactly the frames that the protocol allows`() {
        #expect(SocketSettings.coordinator.frameBytes == MessageCodec.frameBytes)
        #expect(SocketSettings.worker.frameBytes == MessageCodec.frameBytes)
    }
}
