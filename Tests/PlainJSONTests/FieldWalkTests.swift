import FoundationEssentials
import PlainJSON
import Testing

/// A value with a field of every sort.
private struct Sample: Hashable, PlainForm {
    enum Mood: String, Codable {
        case calm, wild
    }

    let count: Int
    let hash: UInt64
    let limit: Int?
    let mood: Mood
    let parts: [Part]
    let ratio: Double
    let rows: [Pair]

    struct Part: Hashable, PlainForm {
        let size: Int

        init(size: Int) {
            self.size = size
        }

        init(_ walk: inout FieldWalk, _ value: Part?) throws {
            size = try walk.field("size", value?.size, in: 0...9)
        }
    }

    struct Pair: Hashable, PlainRow {
        let first: Int
        let second: Bool

        init(first: Int, second: Bool) {
            self.first = first
            self.second = second
        }

        init(_ walk: inout FieldWalk, _ value: Pair?) throws {
            first = try walk.item(value?.first, in: 0...9)
            second = try walk.item(value?.second)
        }
    }

    init(limit: Int?, mood: Mood, parts: [Part], rows: [Pair]) {
        count = 7
        hash = 255
        ratio = 0.5
        self.limit = limit
        self.mood = mood
        self.parts = parts
        self.rows = rows
    }

    init(_ walk: inout FieldWalk, _ value: Sample?) throws {
        count = try walk.field("count", value?.count, in: 0...9)
        hash = try walk.hexadecimal("hash", value?.hash)
        limit = try walk.optionalField("limit", value?.limit, in: 0...9)
        mood = try walk.word("mood", value?.mood, leavingOut: .calm)
        parts = try walk.forms("parts", value?.parts, in: 0...2, "entries")
        ratio = try walk.field("ratio", value?.ratio, in: 0...1)
        rows = try walk.rows("rows", value?.rows, in: 0...2, "pairs")
    }
}

private let samples: [(Sample, String)] = [
    (
        Sample(limit: nil, mood: .calm, parts: [], rows: []),
        #"{"count":7,"hash":"00000000000000ff","parts":[],"ratio":0.5,"rows":[]}"#
    ),
    (
        Sample(
            limit: 3, mood: .wild, parts: [.init(size: 1), .init(size: 2)],
            rows: [.init(first: 1, second: true), .init(first: 2, second: false)]),
        #"{"count":7,"hash":"00000000000000ff","limit":3,"mood":"wild","#
            + #""parts":[{"size":1},{"size":2}],"ratio":0.5,"rows":[[1,true],[2,false]]}"#
    ),
]

private func plain(_ text: String, checksBounds: Bool = false) -> Sample? {
    try? FieldWalk.read(Array(text.utf8), checksBounds: checksBounds) { walk in
        try Sample(&walk, nil)
    }
}

/// What is said of a text that keeps to no bounds.
private func complaint(_ text: String) throws -> String? {
    struct Body: Decodable {
        init(from decoder: any Decoder) throws {
            var walk = try FieldWalk(reading: decoder, checksBounds: true)
            _ = try Sample(&walk, nil)
        }
    }
    do {
        _ = try JSONDecoder().decode(Body.self, from: Data(text.utf8))
        return nil
    } catch let error as FieldBoundsError {
        return "\(error)"
    }
}

@Suite struct FieldWalkTests {
    @Test(arguments: samples)
    private func `one description writes and reads the plain form`(
        sample: Sample, text: String
    ) {
        let written = FieldWalk.write(capacity: 0) { walk in _ = try Sample(&walk, sample) }
        #expect(String(decoding: written, as: UTF8.self) == text)
        #expect(plain(text) == sample)
    }

    @Test(arguments: samples)
    private func `the same description is what the coders use`(
        sample: Sample, text: String
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(sample), as: UTF8.self) == text)
        #expect(try JSONDecoder().decode(Sample.self, from: Data(text.utf8)) == sample)
    }

    @Test func `only the coders read keys in another order, or unknown ones`() throws {
        let text =
            #"{"rows": [], "ratio":0.5,"parts":[],"hash":"00000000000000ff","x":1,"count":7}"#
        #expect(plain(text) == nil)
        #expect(try JSONDecoder().decode(Sample.self, from: Data(text.utf8)) == samples[0].0)
    }

    @Test(arguments: [
        (#""count":7"#, #""count":10"#, "count: 10, expected 0 to 9"),
        (#""ratio":0.5"#, #""ratio":1.5"#, "ratio: 1.5, expected 0.0 to 1.0"),
        (#""limit":3"#, #""limit":-1"#, "limit: -1, expected 0 to 9"),
        (#"{"size":2}"#, #"{"size":12}"#, "parts[1].size: 12, expected 0 to 9"),
        ("[2,false]", "[12,false]", "rows[1][0]: 12, expected 0 to 9"),
        (#"{"size":2}"#, #"{"size":2},{"size":3}"#, "entries of parts: 3, expected 0 to 2"),
        ("[2,false]", "[2,false],[3,true]", "pairs of rows: 3, expected 0 to 2"),
    ])
    func `a number out of bounds is named with its path, if bounds are asked for`(
        from: String, to: String, expected: String
    ) throws {
        let text = samples[1].1.replacing(from, with: to)
        #expect(plain(text) != nil)
        #expect(plain(text, checksBounds: true) == nil)
        #expect(try complaint(text) == expected)
    }

    @Test(arguments: [
        "[]", "{}", #"{"count":7}"#, samples[0].1 + " ", samples[0].1 + "}",
        samples[0].1.replacing("7", with: "07"), samples[0].1.replacing("ff", with: "FF"),
        samples[1].1.replacing("wild", with: "mild"), samples[1].1.replacing("[1,", with: "[,"),
        samples[1].1.replacing("},{", with: "},,{"), samples[1].1.replacing("2}]", with: "2},]"),
    ])
    private func `another form is not plain`(text: String) {
        #expect(plain(text) == nil)
    }

    /// Each mark has its place: a comma that is left out, or another mark for it, may be damage.
    @Test(arguments: samples)
    private func `no mark is missing, and none stands for another`(sample: Sample, text: String) {
        let marks = Array("{}[],:\"".utf8)
        let bytes = Array(text.utf8)
        for (place, mark) in bytes.enumerated() where marks.contains(mark) {
            for others in [[]] + (marks + Array(" ;".utf8)).map({ [$0] }) where others != [mark] {
                let damaged = bytes[..<place] + others + bytes[(place + 1)...]
                let words = String(decoding: damaged, as: UTF8.self)
                #expect(plain(words) == nil, "\(words)")
            }
        }
    }

    @Test func `a text is escaped as the encoder does it`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
            let text = "a\(Character(scalar))b"
            let written = FieldWalk.write(capacity: 0) { walk in
                _ = try walk.text("t", text)
            }
            #expect(written == Array(try encoder.encode(["t": text])), "\(scalar.value)")
        }
    }
}
