import Datasets
import Testing

@Suite struct CSVTests {
    @Test func `a plain file gives features by column and classes by name`() throws {
        let dataset = try dataset("a,y,b\n1,no,4\n2,yes,-5.5\n3,no,6e1\n")
        #expect(
            dataset
                == Dataset(
                    featureNames: ["a", "b"],
                    features: [1, 2, 3, 4, -5.5, 60],
                    targets: .classes(labels: [0, 1, 0], names: ["no", "yes"])
                )
        )
    }

    @Test(arguments: ["\r\n", "\r", "\n\n\n", " \n"])
    func `the last line may have any line end or none`(end: String) throws {
        #expect(try dataset("a,y\n1,0\n2,1" + end) == dataset("a,y\n1,0\n2,1"))
    }

    @Test(arguments: ["\r\n", "\r", "\n"])
    func `lines may end in any way`(end: String) throws {
        let lines = ["a,y", "1,0", "2,1", ""]
        #expect(try dataset(lines.joined(separator: end)) == dataset("a,y\n1,0\n2,1"))
    }

    @Test func `a byte order mark is passed over`() throws {
        #expect(try dataset("\u{FEFF}a,y\n1,0\n2,1\n") == dataset("a,y\n1,0\n2,1\n"))
    }

    @Test func `quotes protect commas, line ends, spaces and doubled quotes`() throws {
        let dataset = try dataset("\"a, \"\"b\"\"\",y\n\"1\",\"u\n v\"\n2,\" w\"\n")
        #expect(dataset.featureNames == ["a, \"b\""])
        #expect(dataset.features == [1, 2])
        #expect(dataset.targets == .classes(labels: [1, 0], names: [" w", "u\n v"]))
    }

    @Test func `spaces around fields and around quotes do not count`() throws {
        let dataset = try dataset(" a , y\n 1\t, \"no\" \n2 ,  yes\n")
        #expect(dataset.featureNames == ["a"])
        #expect(dataset.targets == .classes(labels: [0, 1], names: ["no", "yes"]))
    }

    @Test func `whole numbers as classes are sorted by value and merged`() throws {
        let dataset = try dataset("a,y\n0,10\n0,9\n0,+9\n0,-1\n0,9.0\n0,09\n")
        #expect(
            dataset.targets == .classes(labels: [2, 1, 1, 0, 1, 1], names: ["-1", "9", "10"])
        )
    }

    @Test func `one word among whole numbers makes all of them words`() throws {
        let dataset = try dataset("a,y\n0,10\n0,9\n0,é\n0,other\n")
        #expect(
            dataset.targets
                == .classes(labels: [0, 1, 3, 2], names: ["10", "9", "other", "é"])
        )
    }

    @Test func `values are read as numbers`() throws {
        let dataset = try dataset("y,a\n0.5,1\n-2,2\n", kind: .values)
        #expect(dataset.targets == .values([0.5, -2]))
        #expect(dataset.features == [1, 2])
    }

    @Test(arguments: [
        "0", "-0.0", "7", "+7", ".5", "5.", "1e3", "1E-3", "0.006399", "123456789", "16777217",
        "3.4028235e38", "1e-45", "1e-60", "0.1000000014901161193847656", "9007199254740993",
        "1.17549435e-38", "8388608.5", "0.30000001192092896", "12345.678e-4", "0e99999",
        "1e-99999999999999999999",
    ])
    func `a number is the float nearest to its digits`(text: String) throws {
        let expected = try #require(Float(text))
        #expect(try dataset("a,y\n\(text),0\n3,1\n").features[0] == expected)
    }

    /// Many of them differ from the product of the digits and 0.1, which itself is rounded.
    @Test func `tenths and hundredths are the floats nearest to their digits`() throws {
        let texts = (1...199).flatMap { ["\(Float($0) / 10)", "\(Float($0) / 100)"] }
        #expect(texts.contains("0.9") && texts.contains("1.99"))
        let dataset = try dataset("a,y\n" + texts.map { "\($0),0\n" }.joined() + "3,1\n")
        for (number, text) in zip(dataset.features, texts) {
            #expect(number == Float(text), "\(text)")
        }
    }

    @Test func `a wide file with many rows keeps every value in its place`() throws {
        let rows = (0..<71).map { row in
            ((0..<45).map { "\(row * 45 + $0)" } + ["\(row % 2)"]).joined(separator: ",")
        }
        let header = (0..<45).map { "f\($0)" }.joined(separator: ",") + ",y"
        let dataset = try dataset(([header] + rows).joined(separator: "\n"))
        for feature in 0..<45 {
            for row in 0..<71 {
                #expect(dataset.features[feature * 71 + row] == Float(row * 45 + feature))
            }
        }
    }
}
