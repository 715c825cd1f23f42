import Compression
import Datasets
import Digests
import Randomness
import Testing

@Suite struct CompressionTests {
    /// `x,y` / `1,0` / `2.5,1`, compressed by another program.
    private let csv = bytes(
        hexadecimal: "1f8b0800000000000203abd0a9e432d431e032d233d531e40200a13f255f0e000000"
    )
    /// Two images of 2 × 3 bytes, compressed by another program.
    private let images = bytes(
        hexadecimal: """
            1f8b08000000000002036360e060666060608262660646266616d65fbffffcfdf71f0006327e1a1c000000
            """
    )

    @Test func `a compressed file of text is a dataset`() throws {
        let bytes = try Gzip.decompressed(csv, limit: 100)
        let dataset = try Dataset(csv: bytes, source: "t.csv.gz", target: "y", kind: .classes)
        #expect(dataset.features == [1, 2.5])
    }

    @Test func `a compressed file of images is a dataset`() throws {
        let dataset = try Dataset(
            idx: Gzip.decompressed(images, limit: 100),
            source: "i",
            labels: bytes(hexadecimal: "00000801 00000002 0703"),
            labelSource: "l"
        )
        #expect(dataset.features.last == 255)
        #expect(dataset.featureNames.count == 6)
    }

    @Test func `several members are joined and zeros may pad the end`() throws {
        let content = Array("x,y\n1,0\n2.5,1\n".utf8)
        #expect(try Gzip.decompressed(csv + csv, limit: 100) == content + content)
        #expect(try Gzip.decompressed(csv + [0, 0, 0], limit: 100) == content)
        #expect(throws: GzipError.self) { try Gzip.decompressed(csv + [1], limit: 100) }
    }

    @Test func `the limit is exact to the byte`() throws {
        #expect(try Gzip.decompressed(csv, limit: 14).count == 14)
        #expect(throws: GzipError.tooLarge(limit: 13)) { try Gzip.decompressed(csv, limit: 13) }
        #expect(throws: GzipError.tooLarge(limit: 20)) {
            try Gzip.decompressed(csv + csv, limit: 20)
        }
    }

    @Test func `every cut file is truncated`() {
        for count in csv.indices {
            #expect(throws: GzipError.truncated, "\(count) bytes") {
                try Gzip.decompressed(Array(csv[..<count]), limit: 100)
            }
        }
    }

    @Test func `other files are not gzip`() {
        #expect(throws: GzipError.notGzip) { try Gzip.decompressed([80, 75, 3, 4], limit: 100) }
        #expect(Gzip.isGzip(csv))
        #expect(!Gzip.isGzip([0x1F]))
        #expect(!Gzip.isGzip(Array("a,y\n".utf8)))
    }

    @Test func `a wrong checksum is corrupt`() {
        var changed = csv
        changed[changed.count - 8] ^= 1
        #expect(
            throws: GzipError.corrupt(offset: 30, reason: "incorrect data check")
        ) { try Gzip.decompressed(changed, limit: 100) }
    }

    @Test func `no change of the bytes silently gives other content`() {
        let content = Array("x,y\n1,0\n2.5,1\n".utf8)
        var generator = Seed(rawValue: 1).generator()
        var refused = 0
        for _ in 0..<2000 {
            var changed = csv
            let place = generator.integer(below: changed.count)
            changed[place] ^= UInt8(1 + generator.integer(below: 255))
            guard let read = try? Gzip.decompressed(changed, limit: 100) else {
                refused += 1
                continue
            }
            #expect(read == content)
        }
        #expect(refused > 1000)
    }
}
