import Datasets
import Digests
import Randomness
import Testing

@Suite struct SeriesTests {
    /// Ten instants of an output 0, 1, 2, … and an input 100, 101, 102, ….
    private let ramp = SeriesTable(
        source: "s.csv", columnNames: ["y", "u"],
        columns: [(0..<10).map { Float($0) }, (0..<10).map { Float(100 + $0) }])

    private func rows(_ lags: LaggedColumn...) throws(DatasetError) -> Dataset {
        try Dataset(series: ramp, target: "y", seenBy: lags)
    }

    private func complaint(_ text: String, columns: [String] = ["y"]) -> String {
        do throws(DatasetError) {
            let table = try SeriesTable(
                csv: Array(text.utf8), source: "s.csv", columnNames: columns)
            _ = try Dataset(
                series: table, target: "y", seenBy: [LaggedColumn(name: "y", lags: 1...2)])
            return "no error"
        } catch {
            return error.description
        }
    }

    @Test func `features are earlier values, by column and then by lag`() throws {
        let dataset = try rows(
            LaggedColumn(name: "y", lags: 1...3), LaggedColumn(name: "u", lags: 0...1))
        #expect(dataset.featureNames == ["y[t-1]", "y[t-2]", "y[t-3]", "u[t-0]", "u[t-1]"])
        #expect(dataset.targets == .values([3, 4, 5, 6, 7, 8, 9]))
        let first = (0..<5).map { dataset.features[$0 * dataset.rowCount] }
        #expect(first == [2, 1, 0, 103, 102])
        let last = (0..<5).map { dataset.features[$0 * dataset.rowCount + 6] }
        #expect(last == [8, 7, 6, 109, 108])
    }

    @Test func `the longest lag of any column determines the first row`() throws {
        let dataset = try rows(
            LaggedColumn(name: "y", lags: 1...1), LaggedColumn(name: "u", lags: 3...4))
        #expect(dataset.targets == .values([4, 5, 6, 7, 8, 9]))
        #expect(
            dataset.features
                == ([3...8, 101...106, 100...105] as [ClosedRange<Int>])
                .flatMap { $0.map { Float($0) } })
    }

    @Test func `the past is for training, then comes validation, then test`() throws {
        let divided = try rows(LaggedColumn(name: "y", lags: 1...2))
            .dividedByTime(validation: 0.25, test: 0.25)
        for seed: UInt64 in 0..<5 {
            let split = try divided.split(
                validation: 0.25, test: 0.25, seed: Seed(rawValue: seed))
            #expect(
                split == RowSplit(training: [0, 1, 2, 3], validation: [4, 5], test: [6, 7]))
        }
    }

    @Test func `no training row contains values of a later part`() throws {
        let divided = try rows(
            LaggedColumn(name: "y", lags: 1...2), LaggedColumn(name: "u", lags: 0...2)
        ).dividedByTime(validation: 0.25, test: 0.25)
        let split = try divided.split(validation: 0.25, test: 0.25, seed: Seed(rawValue: 1))
        guard case .values(let values, _) = divided.targets, let end = split.training.last else {
            Issue.record("values expected")
            return
        }
        for row in split.training {
            #expect(divided.features[row] < values[end])
            #expect(divided.features[2 * divided.rowCount + row] <= 100 + values[end])
        }
        // Values of the future must not change the scales either.
        let scales = divided.standardisation(split: split)
        #expect(scales.target?.mean == 3.5)
    }

    @Test func `a part from another file is kept, and the shares are of the other rows`() throws {
        let stretch = try rows(LaggedColumn(name: "y", lags: 1...2))
        let divided = try Dataset(training: stretch, test: stretch)
            .dividedByTime(validation: 0.5, test: 0.5)
        #expect(divided.providedValidation == 4..<8)
        #expect(divided.providedTest == 8..<16)
    }

    @Test func `shares that leave a part without rows are refused`() throws {
        let dataset = try rows(LaggedColumn(name: "y", lags: 1...4))
        #expect(dataset.rowCount == 6)
        #expect(throws: DatasetError.emptyPart(.validation, rowCount: 6)) {
            try dataset.dividedByTime(validation: 0.05, test: 0.3)
        }
        #expect(throws: DatasetError.emptyPart(.training, rowCount: 6)) {
            try dataset.dividedByTime(validation: 0.5, test: 0.49)
        }
        #expect(throws: DatasetError.impossibleShares(validation: 0.5, test: 0.5)) {
            try dataset.dividedByTime(validation: 0.5, test: 0.5)
        }
    }

    @Test(arguments: [
        (DatasetPart.training, 0..<6), (.validation, 6..<8), (.test, 8..<10),
    ])
    func `a target that is constant in a part is refused, because every network would look perfect`(
        part: DatasetPart, still: Range<Int>
    ) throws {
        let values = (0..<10).map { still.contains($0) ? Float(7) : Float($0) }
        let table = SeriesTable(
            source: "s.csv", columnNames: ["y", "u"],
            columns: [
                values, (0..<10).map { Float($0) },
            ])
        let dataset = try Dataset(
            series: table, target: "y", seenBy: [LaggedColumn(name: "u", lags: 0...0)]
        ).dividedByTime(validation: 0.2, test: 0.2)
        #expect(
            throws: DatasetError.constantTargets(
                part: part, rowCount: still.count, value: "7.0")
        ) {
            try dataset.split(validation: 0.2, test: 0.2, seed: Seed(rawValue: 1))
        }
    }

    @Test func `a series must be longer than its lags`() {
        #expect(
            throws: DatasetError.shortSeries(source: "s.csv", rowCount: 10, lags: 5)
        ) {
            _ = try rows(LaggedColumn(name: "y", lags: 1...5))
        }
        #expect(
            complaint("y\n1\n2\n3\n4\n")
                == "s.csv: has 4 rows, expected at least 8: 2 to look back on, and two each for"
                + " training, validation and test")
    }

    @Test func `unused columns may contain anything`() throws {
        let table = try SeriesTable(
            csv: Array("date,y,note\nMay,1,\n\"June, 1\",2,NA\n".utf8), source: "s.csv",
            columnNames: ["y"])
        #expect(table.columns == [[1, 2]])
    }

    @Test(arguments: [
        ("y,u\n1,2\n2,x\n", #"s.csv:3: column 2 (u) is "x", expected a number"#),
        ("y,u\n1,2\n,3\n", "s.csv:3: column 1 (y) is empty, expected a value in every row"),
        ("y\n1\n", #"s.csv: has no column "u"; its columns are "y""#),
        ("y;u\n1;2\n", "s.csv:1: the header is separated by semicolons, expected commas"),
        (
            "y,u\n1\n",
            "s.csv:2: column 2 (u) is missing: the row has 1 field, expected 2 as in the header"
        ),
        ("y,u\n", "s.csv: has no rows, expected at least two"),
        ("", "s.csv: is empty, expected a dataset"),
        (
            "y,u\n1,2\n2,3\n7,3\n7,3\n7,3\n7,3\n7,3\n7,3\n",
            #"s.csv: column "y" is "7.0" in every row, expected at least two different targets"#
        ),
    ])
    func `what is wrong with a series is named with its place`(text: String, expected: String) {
        #expect(complaint(text, columns: ["y", "u"]) == expected)
    }

    @Test func `the sunspots match the page that describes them`() throws {
        let bytes = try readShipped("sunspots.csv")
        let page = String(decoding: try readShipped("README.md"), as: UTF8.self)
        #expect(page.contains("\(SHA256.hexadecimal(of: bytes))  sunspots.csv\n"))
        let table = try SeriesTable(
            csv: bytes, source: "sunspots.csv", columnNames: ["year", "activity"])
        #expect(table.columns[0] == (1700...2008).map { Float($0) })
        #expect(table.columns[1].prefix(3) == [5, 11, 16])
        #expect(table.columns[1].last == 2.9)
    }
}
