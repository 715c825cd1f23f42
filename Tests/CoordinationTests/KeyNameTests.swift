import Coordination
import Testing

@Suite("Names of keys")
struct KeyNameTests {
    @Test(arguments: ["oak", "worker-1", "7_b", String(repeating: "a", count: 40)])
    func `words without dots are names`(_ name: String) {
        #expect(KeyName(rawValue: name)?.rawValue == name)
    }

    @Test(arguments: [
        "", "oak.1", "-oak", "_oak", "o/k", "ä", String(repeating: "a", count: 41),
    ])
    func `what might be a worker of another key is none`(_ name: String) {
        #expect(KeyName(rawValue: name) == nil)
    }
}
