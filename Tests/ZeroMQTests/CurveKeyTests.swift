import Testing
import ZeroMQ

@Suite struct CurveKeyTests {
    @Test func `the public key is computed from the secret`() throws {
        let pair = try CurveKeyPair.generate()
        let secret = try #require(CurveSecret(z85: pair.secret.z85))
        #expect(try CurveKeyPair(secret: secret).publicKey == pair.publicKey)
        #expect(try CurveKeyPair.generate().publicKey != pair.publicKey)
        #expect(CurveKey(z85: pair.publicKey.z85) == pair.publicKey)
    }

    @Test func `a secret is not printed`() throws {
        let pair = try CurveKeyPair.generate()
        for text in ["\(pair.secret)", String(reflecting: pair.secret), "\(pair)"] {
            #expect(!text.contains(pair.secret.z85))
        }
    }

    @Test(arguments: ["", "short", String(repeating: "~", count: 40), "é"])
    func `a text that is not a key gives nil`(text: String) {
        #expect(CurveKey(z85: text) == nil)
        #expect(CurveSecret(z85: text) == nil)
    }
}
