import Compression
import Datasets
import Randomness
import Testing

extension FuzzTarget {
    /// Targets that read rows.
    static let datasets = [
        FuzzTarget(name: "csv") {
            csv
        } reads: { bytes, golden in
            let kind = golden % 2 == 0 ? TargetKind.classes : .values
            return try isSound(try? Dataset(csv: bytes, source: "a.csv", target: "y", kind: kind))
        },
        FuzzTarget(name: "series") {
            csv
        } reads: { bytes, _ in
            let table = try? SeriesTable(csv: bytes, source: "a.csv", columnNames: ["a", "y"])
            guard let table else { return false }
            let seen = [LaggedColumn(name: "a", lags: 0...1), LaggedColumn(name: "y", lags: 1...2)]
            return try isSound(try? Dataset(series: table, target: "y", seenBy: seen))
        },
        FuzzTarget(name: "idx-items") {
            images(IDX.items)
        } reads: { bytes, golden in
            try isSound(
                try? Dataset(
                    idx: bytes, source: "a", labels: IDX.labels[golden], labelSource: "b"))
        },
        FuzzTarget(name: "idx-labels") {
            images(IDX.labels)
        } reads: { bytes, golden in
            try isSound(
                try? Dataset(
                    idx: IDX.items[golden], source: "a", labels: bytes, labelSource: "b",
                    kind: golden % 2 == 0 ? .classes : .values))
        },
        FuzzTarget(name: "gzip") {
            gzip
        } reads: { bytes, _ in
            guard let content = try? Gzip.decompressed(bytes, limit: 1 << 16) else { return false }
            #expect(content.count <= 1 << 16)
            return true
        },
        FuzzTarget(name: "canonical") {
            canonical
        } reads: { bytes, _ in
            try isSound(try? Dataset(canonicalBytes: bytes))
        },
    ]

    /// A dataset that was read can be written, and is the same when it is read again.
    private static func isSound(_ dataset: Dataset?) throws -> Bool {
        guard let dataset else { return false }
        let again = try Dataset(canonicalBytes: dataset.canonicalBytes())
        #expect(again == dataset)
        _ = try? dataset.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        return true
    }

    private static var csv: InputMutation {
        let texts = [
            "a,\"b\",y\r\n1,-2.5e3,0\n\"3\",.4,1\n5, 6 ,2\n0,0,1\n1,1,0\n2,2,2\n3,4,1\n",
            "a,y\n1.5,2\n2.5,\"3.25\"\n-1e-3,4\n+7,1\n8,2\n9,3\n10,4\n11,5\n",
            "\u{FEFF}a,b,c,y\n0,1,2,yes\n3,4,5,no\n6,7,8,\"ma\"\"ybe\"\n1,1,1,yes\n",
        ]
        return InputMutation(
            goldens: texts.map { Array($0.utf8) },
            tokens: TextTokens.all
                + ["\"\"", "\"\n\"", ",,", ",y", "inf", "-nan", "0x1p3"]
                .map { Array($0.utf8) },
            brackets: [("\"", "\""), (",", ""), ("1", "")]
                .map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) })
    }

    private static func images(_ goldens: [[UInt8]]) -> InputMutation {
        InputMutation(
            goldens: goldens,
            tokens: [
                [0, 0, 8, 1], [0, 0, 0x0D, 4], [0, 0, 0x0E, 0], [0, 0, 8, 255], [0, 0, 0, 2],
            ],
            brackets: [([0, 0, 0, 1], [0])])
    }

    private static var canonical: InputMutation {
        let sets = [
            Dataset.xor(), Dataset.parity(bits: 4), Dataset.twoSpirals(pointsPerArm: 8),
        ]
        let values = try? Dataset(
            csv: Array("a,b,y\n1,2,3\n4,5.5,6\n300,8,9\n".utf8), source: "v", target: "y",
            kind: .values)
        return InputMutation(
            goldens: (sets + [values].compactMap(\.self)).map { $0.canonicalBytes() },
            tokens: [Array("ESPD".utf8), [0, 0, 0, 0], [1, 0, 0, 0], [255, 255, 255, 127]],
            brackets: [([1, 0, 0, 0, 65], [])])
    }

    /// The output of `gzip -9`, `gzip -1` and `gzip -n` for some texts, and two files joined.
    private static var gzip: InputMutation {
        InputMutation(
            goldens: Checkout.paths(in: "Tests/FuzzTests/Golden", ending: ".gz")
                .map(Checkout.bytes),
            tokens: [[0x1F, 0x8B, 8], [0, 0, 0, 0], [255, 255], [0, 255, 255], [3, 0]],
            brackets: [([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], [3, 0, 0, 0, 0, 0, 0, 0, 0, 0])])
    }
}

/// Small files of the IDX format, items and their labels.
private enum IDX {
    static let items = [
        file(type: 8, shape: [3, 2, 2], numbers: Array(0..<12)),
        file(
            type: 0x0D, shape: [2, 2],
            numbers: [0x3F, 0x80, 0, 0] + [UInt8](repeating: 0, count: 12)),
        file(type: 0x0B, shape: [4, 3], numbers: Array(0..<24)),
        file(type: 0x0E, shape: [2, 1], numbers: [0x3F, 0xF0] + [UInt8](repeating: 0, count: 14)),
    ]
    static let labels = [
        file(type: 8, shape: [3], numbers: [7, 0, 3]),
        file(type: 0x0C, shape: [2], numbers: [0, 0, 0, 1, 255, 255, 255, 255]),
        file(type: 9, shape: [4], numbers: [0, 1, 2, 255]),
        file(type: 0x0D, shape: [2], numbers: [0x3F, 0x80, 0, 0, 0xBF, 0x80, 0, 0]),
    ]

    private static func file(type: UInt8, shape: [UInt8], numbers: [UInt8]) -> [UInt8] {
        [0, 0, type, UInt8(shape.count)] + shape.flatMap { [0, 0, 0, $0] } + numbers
    }
}
