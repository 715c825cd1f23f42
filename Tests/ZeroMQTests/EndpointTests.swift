import Testing
import ZeroMQ

@Suite struct EndpointTests {
    @Test(arguments: [
        "ipc:///tmp/x", "inproc://x", "tcp://127.0.0.1:5555", "tcp://127.9.9.9:*",
        "tcp://localhost:1", "tcp://[::1]:5555",
    ])
    func `only this machine can reach`(endpoint: String) {
        #expect(Endpoint.isLocal(endpoint))
    }

    @Test(arguments: [
        "tcp://0.0.0.0:5555", "tcp://*:5555", "tcp://192.0.2.1:5555", "tcp://[::]:5555",
        "tcp://127.example.org:5555", "tcp://127.0.0.1.example.org:5555", "tcp://localhost.x:1",
        "tcp://eth0:5555", "tcp://127.0.0.1;192.0.2.1:5555", "tcp://127.0.0.256:1", "tcp://", "",
    ])
    func `other machines can reach`(endpoint: String) {
        #expect(!Endpoint.isLocal(endpoint))
    }
}
