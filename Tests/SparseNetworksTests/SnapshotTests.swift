import FoundationEssentials
import SparseNetworks
import Testing

@Suite struct SnapshotTests {
    @Test func `a document is read back as the same network`() throws {
        let network = randomNetwork(layers: [5, 3, 2], density: 0.5, seed: 1)
        let document = try JSONEncoder().encode(NetworkSnapshot(network))
        let read = try JSONDecoder().decode(NetworkSnapshot.self, from: document)
        let twin = try SparseNetwork(read)
        #expect(twin == network)
        #expect(twin.fingerprint == network.fingerprint)
    }

    @Test func `a document that leads backwards is refused`() throws {
        let text = """
            {"layers": [2, 1], "nodes": 3, "activation": "relu", "output": "squared",
             "biases": [0.5], "connections": [{"source": 2, "target": 2, "weight": 1}]}
            """
        let read = try JSONDecoder().decode(NetworkSnapshot.self, from: Data(text.utf8))
        #expect(throws: SnapshotError.wrongConnection(source: 2, target: 2)) {
            try SparseNetwork(read)
        }
    }

    @Test func `fingerprints differ if structure or weights differ`() {
        let network = randomNetwork(layers: [5, 3, 2], density: 0.5, seed: 1)
        var other = network
        other.setWeights { _ in 0.25 }
        #expect(other.fingerprint != network.fingerprint)
        var wider = network
        wider.insertHiddenNodes(1, intoLayer: 1)
        #expect(wider.fingerprint != network.fingerprint)
    }
}
