import Datasets
import Randomness
import Testing

@Suite struct CanonicalTests {
    private let small = Dataset(
        featureNames: ["a", "é"],
        features: [0, 255, 7, 1, 2, 3],
        targets: .classes(labels: [1, 0, 1], names: ["u", "v"]),
        providedValidation: 1..<2,
        providedTest: 2..<3
    )
    private let fractions = Dataset(
        featureNames: ["a"],
        features: [0.5, -0.0],
        targets: .values([1, -2])
    )

    private let golden = bytes(
        hexadecimal: """
            45535044 01 00 00 02000000 03000000 01000000 02000000 02000000 03000000
            01000000 61 02000000 c3a9
            02000000 01000000 75 01000000 76 01000000 00000000 01000000
            00 ff 07 01 02 03
            """
    )
    private let goldenFractions = bytes(
        hexadecimal: """
            45535044 01 01 01 01000000 02000000 00000000 00000000 00000000 00000000
            01000000 61 0000803f 000000c0 0000003f 00000080
            """
    )

    @Test func `the bytes of a dataset never change`() {
        #expect(small.canonicalBytes() == golden)
        #expect(fractions.canonicalBytes() == goldenFractions)
    }

    @Test func `datasets are read back unchanged`() throws {
        let iris = try Dataset(
            csv: readShipped("iris.csv"),
            source: "iris.csv",
            target: "class",
            kind: .classes
        )
        for dataset in [small, fractions, iris, .twoSpirals(), .parity(bits: 5)] {
            #expect(try Dataset(canonicalBytes: dataset.canonicalBytes()) == dataset)
        }
    }

    @Test func `every truncated dataset is refused`() {
        for whole in [golden, goldenFractions] {
            for count in whole.indices {
                #expect(throws: DatasetError.self) {
                    try Dataset(canonicalBytes: Array(whole[..<count]))
                }
            }
            #expect(throws: DatasetError.self) { try Dataset(canonicalBytes: whole + [0]) }
        }
    }

    @Test(arguments: [0, 1, 2, 3])
    func `bytes that can be read are written back unchanged`(seed: UInt64) {
        var generator = Seed(rawValue: seed).generator()
        var accepted = 0
        for round in 0..<20_000 {
            var bytes = round % 2 == 0 ? golden : goldenFractions
            for _ in 0...generator.integer(below: 3) { mutate(&bytes, &generator) }
            guard let dataset = try? Dataset(canonicalBytes: bytes) else { continue }
            accepted += 1
            #expect(dataset.canonicalBytes() == bytes)
        }
        #expect(accepted > 100, "mutations must reach past the header")
    }

    @Test func `wrong lengths are refused`() {
        var bytes = golden
        bytes.replaceSubrange(7..<15, with: [UInt8](repeating: 0xFF, count: 8))
        #expect(throws: DatasetError.self) { try Dataset(canonicalBytes: bytes) }
    }

    @Test func `a dataset in a longer coding than needed is refused`() {
        var wide = Array(golden.dropLast(6))
        wide[6] = 1
        for byte in golden.suffix(6) {
            let bits = Float(byte).bitPattern
            wide += (0..<4).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
        }
        #expect(throws: DatasetError.self) { try Dataset(canonicalBytes: wide) }
    }

    @Test func `an error says which byte is wrong`() throws {
        var bytes = golden
        bytes[4] = 9
        #expect(
            throws: DatasetError.malformedBinary(
                source: "canonical dataset",
                offset: 4,
                found: "version 9",
                expected: "version 1"
            )
        ) { try Dataset(canonicalBytes: bytes) }
    }

    /// Changes, removes or inserts a byte, or sets a small or a large length.
    private func mutate(_ bytes: inout [UInt8], _ generator: inout PhiloxGenerator) {
        guard !bytes.isEmpty else { return }
        let place = generator.integer(below: bytes.count)
        switch generator.integer(below: 5) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes[place] ^= 1 << UInt8(generator.integer(below: 8))
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
        default: bytes[place] = generator.chance(0.5) ? 0xFF : UInt8(generator.integer(below: 4))
        }
    }
}
