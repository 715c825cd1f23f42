import Datasets
import Randomness
import Testing

/// Files that were damaged at random are either refused or give a valid dataset.
@Suite struct MutationTests {
    @Test(arguments: [TargetKind.classes, .values])
    func `a damaged CSV file is refused or gives a valid dataset`(kind: TargetKind) throws {
        let whole = Array("a,\"b\",y\r\n1,-2.5e3,0\n\"3\",.4,1\n5, 6 ,2\n".utf8)
        let alphabet = Array("\",\n\r .-+eE019x?é\u{FEFF}".utf8) + [0, 0xFF]
        var generator = Seed(rawValue: 1).generator()
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0...generator.integer(below: 4) {
                let place = generator.integer(below: bytes.count)
                let byte = alphabet[generator.integer(below: alphabet.count)]
                if generator.chance(0.5) {
                    bytes[place] = byte
                } else {
                    bytes.insert(byte, at: place)
                }
            }
            let read = try? Dataset(csv: bytes, source: "t.csv", target: "y", kind: kind)
            guard let read else { continue }
            accepted += 1
            #expect(try Dataset(canonicalBytes: read.canonicalBytes()) == read)
        }
        #expect((1000..<19_000).contains(accepted), "\(accepted) accepted")
    }

    @Test func `a damaged pair of IDX files is refused or gives a valid dataset`() throws {
        let items = bytes(
            hexadecimal: "00000D02 00000002 00000002 3F800000 00000000 C0000000 40000000"
        )
        let labels = bytes(hexadecimal: "00000801 00000002 0703")
        var generator = Seed(rawValue: 2).generator()
        var accepted = 0
        for _ in 0..<20_000 {
            var damagedItems = items
            var damagedLabels = labels
            damagedItems[generator.integer(below: items.count)] ^=
                1 << UInt8(generator.integer(below: 8))
            damagedLabels[generator.integer(below: labels.count)] ^=
                1 << UInt8(generator.integer(below: 8))
            let read = try? Dataset(
                idx: damagedItems,
                source: "i",
                labels: damagedLabels,
                labelSource: "l"
            )
            guard let read else { continue }
            accepted += 1
            #expect(try Dataset(canonicalBytes: read.canonicalBytes()) == read)
        }
        #expect((500..<19_000).contains(accepted), "\(accepted) accepted")
    }
}
