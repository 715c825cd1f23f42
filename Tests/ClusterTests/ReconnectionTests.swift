import Coordination
import Testing
import ZeroMQ

@Suite struct ReconnectionTests {
    @Test func `a worker knocks again well within a lease that a coordinator has inherited`() {
        let pause = SocketSettings.worker.reconnectInterval.upperBound
        #expect(.milliseconds(pause) * 2 < CoordinatorSettings().leaseDuration)
    }
}
