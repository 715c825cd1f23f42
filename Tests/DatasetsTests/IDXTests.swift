import Datasets
import Testing

@Suite struct IDXTests {
    private let images = bytes(
        hexadecimal: "00000803 00000002 00000002 00000003 000102030405 fafbfcfdfeff"
    )
    private let labels = bytes(hexadecimal: "00000801 00000002 0703")

    @Test func `images and labels give pixels by row and column`() throws {
        let dataset = try Dataset(idx: images, source: "i", labels: labels, labelSource: "l")
        #expect(
            dataset
                == Dataset(
                    featureNames: [
                        "pixel_0_0", "pixel_0_1", "pixel_0_2", "pixel_1_0", "pixel_1_1",
                        "pixel_1_2",
                    ],
                    features: [0, 250, 1, 251, 2, 252, 3, 253, 4, 254, 5, 255],
                    targets: .classes(labels: [1, 0], names: ["3", "7"])
                )
        )
    }

    @Test(arguments: [
        ("00000902 00000002 00000001 01FF", "00000901 00000002 FF01", ["-1", "1"]),
        ("00000B02 00000002 00000001 0001FFFF", "00000B01 00000002 FED40001", ["-300", "1"]),
        (
            "00000C02 00000002 00000001 00000001FFFFFFFF",
            "00000C01 00000002 FFFFFFFE00000001", ["-2", "1"]
        ),
        (
            "00000D02 00000002 00000001 3F800000BF800000", "00000801 00000002 0001",
            ["0", "1"]
        ),
        (
            "00000E02 00000002 00000001 3FF0000000000000BFF0000000000000",
            "00000801 00000002 0001", ["0", "1"]
        ),
    ])
    func `every type of number is read`(items: String, labels: String, names: [String]) throws {
        let dataset = try Dataset(
            idx: bytes(hexadecimal: items),
            source: "i",
            labels: bytes(hexadecimal: labels),
            labelSource: "l"
        )
        #expect(dataset.featureNames == ["feature_0"])
        #expect(dataset.features == [1, -1])
        #expect(dataset.targets == .classes(labels: [0, 1], names: names))
    }

    @Test func `labels may be values`() throws {
        let values = bytes(hexadecimal: "00000D01 00000002 3F800000 40000000")
        let dataset = try Dataset(
            idx: images,
            source: "i",
            labels: values,
            labelSource: "l",
            kind: .values
        )
        #expect(dataset.targets == .values([1, 2]))
    }

    @Test(arguments: [
        ("", "i: is empty, expected a dataset"),
        ("1F8B0803", "i: byte 0: found 31, expected the 0 that IDX files start with"),
        ("0000", "i: byte 2: found the end of the file, expected the number type"),
        ("00000A01", "i: byte 2: found number type 10, expected one of 8, 9, 11, 12, 13, 14"),
        ("00000800", "i: byte 3: found 0 dimensions, expected at least 1"),
        (
            "00000802 00000001 0000",
            "i: byte 8: found the end of the file, expected the extent of a dimension"
        ),
        (
            "00000802 00000002 00000003 0102030405",
            "i: byte 12: found 5 more bytes, expected 6 for a shape of [2, 3], 1 a number"
        ),
        (
            "00000801 00000001 0102",
            "i: byte 8: found 2 more bytes, expected 1 for a shape of [1], 1 a number"
        ),
        (
            "00000E03 FFFFFFFF FFFFFFFF FFFFFFFF",
            "i: byte 4: found a shape of [4294967295, 4294967295, 4294967295], "
                + "expected one that memory can hold"
        ),
        ("00000803 00000000 FFFFFFFF FFFFFFFF", "i: has no rows, expected at least two"),
        (
            "00000803 00000002 FFFFFFFF 00000000",
            #"i: has no column beside the target "l", expected features"#
        ),
        (
            "00000D02 00000002 00000001 3F800000 7F800000",
            "i: byte 16: found inf, expected a finite number within ±3.4e38"
        ),
        (
            "00000803 00000001 00000001 00000001 00",
            "l: has 2 labels for the 1 item of i, expected one for each"
        ),
    ])
    func `a malformed file is refused with the byte of the error`(
        items: String,
        error: String
    ) {
        #expect(complaint(items: bytes(hexadecimal: items), labels: labels) == error)
    }

    @Test(arguments: [
        (
            "00000802 00000002 00000001 0001",
            "l: byte 3: found 2 dimensions, expected 1, as this file holds labels"
        ),
        (
            "00000D01 00000002 3F800000 40000000",
            "l: byte 2: found fractions, expected whole numbers as classes"
        ),
        (
            "00000801 00000002 0505",
            #"l: column "label" is "5" in every row, expected at least two different targets"#
        ),
        ("00000801 00000000", "l: has no rows, expected at least two"),
    ])
    func `malformed labels are refused`(labels: String, error: String) {
        #expect(complaint(items: images, labels: bytes(hexadecimal: labels)) == error)
    }

    private func complaint(items: [UInt8], labels: [UInt8]) -> String {
        do throws(DatasetError) {
            _ = try Dataset(idx: items, source: "i", labels: labels, labelSource: "l")
            return "no error"
        } catch {
            return error.description
        }
    }
}
