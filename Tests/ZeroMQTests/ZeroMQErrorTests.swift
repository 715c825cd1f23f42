import Glibc
import Testing
import ZeroMQ

@Suite struct ZeroMQErrorTests {
    private func error(binding endpoint: String) throws -> ZeroMQError? {
        let context = try Context()
        do throws(ZeroMQError) {
            let router = try Socket.router(binding: endpoint, in: context, settings: hasty)
            return try router.receive() == nil ? nil : .terminated
        } catch {
            return error
        }
    }

    @Test func `a second listener gets the error that the address is in use`() throws {
        let context = try Context()
        let router = try Socket.router(
            binding: "tcp://127.0.0.1:*",
            in: context,
            settings: hasty
        )
        let endpoint = router.lastEndpoint
        #expect(endpoint.hasPrefix("tcp://127.0.0.1:"))
        #expect(try error(binding: endpoint) == .addressInUse(endpoint: endpoint))
        #expect(ZeroMQError.addressInUse(endpoint: endpoint).isTransient)
    }

    @Test(arguments: ["", "nonsense", "tcp://", "tcp://127.0.0.1:port", "carrier-pigeon://x"])
    func `a text that is not an endpoint is refused with that error`(endpoint: String) throws {
        #expect(try error(binding: endpoint) == .invalidEndpoint(endpoint: endpoint))
    }

    @Test func `an address of another machine is refused with that error`() throws {
        let endpoint = "tcp://192.0.2.1:5555"
        #expect(try error(binding: endpoint) == .addressUnavailable(endpoint: endpoint))
    }

    @Test func `a path with a listener is not taken over`() throws {
        let path = TemporaryEndpoint("taken")
        let context = try Context()
        let owner = try Socket.router(binding: path.text, in: context, settings: hasty)
        #expect(try error(binding: path.text) == .addressInUse(endpoint: path.text))
        let dealer = try Socket.dealer(connecting: path.text, in: context, settings: hasty)
        #expect(try insist([frame("still")], from: dealer, to: owner)?.last == frame("still"))
    }

    @Test func `a path in a missing directory is refused with that error`() throws {
        let endpoint = "ipc:///tmp/espalier-no-such-directory/socket"
        #expect(try error(binding: endpoint) == .missingDirectory(endpoint: endpoint))
    }

    @Test func `a library with known security holes is refused`() throws {
        #expect(throws: ZeroMQError.outdatedLibrary(found: "4.3.2", needed: "4.3.3")) {
            try Context.requireSafeVersion((4, 3, 2))
        }
        try Context.requireSafeVersion((4, 3, 3))
        try Context.requireSafeVersion((5, 0, 0))
    }
}
