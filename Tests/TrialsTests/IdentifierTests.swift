import Testing
import Trials

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "host-1.local_7", String(repeating: "x", count: 64)])
    func `a well-formed name of a worker is accepted`(name: String) {
        #expect(WorkerID(rawValue: name)?.rawValue == name)
    }

    @Test(arguments: ["", "two words", "näme", "a/b", "a\n", String(repeating: "x", count: 65)])
    func `an ill-formed name of a worker is refused`(name: String) throws {
        #expect(WorkerID(rawValue: name) == nil)
        let text = try Fixtures.text(name)
        #expect(throws: DecodingError.self) { try Fixtures.value(WorkerID.self, from: text) }
    }

    @Test func `a digest has 64 lower-case hexadecimal digits`() throws {
        let digits = String(repeating: "09af", count: 16)
        #expect(DatasetDigest(rawValue: digits)?.rawValue == digits)
        for wrong in ["", String(digits.dropLast()), digits + "0", "A" + digits.dropFirst()] {
            #expect(DatasetDigest(rawValue: wrong) == nil)
        }
        #expect(throws: DecodingError.self) {
            try Fixtures.value(DatasetDigest.self, from: #""abc""#)
        }
    }

    @Test func `a fingerprint has 16 lower-case hexadecimal digits`() {
        #expect(Fingerprint(hash: 0).rawValue == "0000000000000000")
        #expect(Fingerprint(hash: 0xBEEF).rawValue == "000000000000beef")
        #expect(Fingerprint(hash: .max).rawValue == "ffffffffffffffff")
        #expect(Fingerprint(rawValue: "000000000000beef") == Fingerprint(hash: 0xBEEF))
        for wrong in ["", "beef", "000000000000BEEF", "000000000000beefs", "000000000000bee "] {
            #expect(Fingerprint(rawValue: wrong) == nil)
        }
    }

    @Test func `identifiers are bare numbers and words in documents`() throws {
        #expect(try Fixtures.text([TrialID(rawValue: 7)]) == "[7]")
        #expect(try Fixtures.text([AttemptNumber(rawValue: 2)]) == "[2]")
        #expect(try Fixtures.text([WorkerID(rawValue: "w")]) == #"["w"]"#)
        #expect(try Fixtures.value([TrialID].self, from: "[7]") == [TrialID(rawValue: 7)])
    }

    @Test func `trials and attempts are ordered by number, workers by name`() throws {
        #expect(TrialID(rawValue: 9) < TrialID(rawValue: 10))
        #expect(AttemptNumber(rawValue: 1) < AttemptNumber(rawValue: 2))
        let first = try #require(WorkerID(rawValue: "a"))
        let second = try #require(WorkerID(rawValue: "b"))
        #expect(first < second && !(second < first))
    }
}
