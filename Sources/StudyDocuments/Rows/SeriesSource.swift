/// A series in CSV whose next value is predicted from earlier values.
package struct SeriesSource: Hashable, Sendable {
    /// The key that names the first file: `data.file`, or `data.train` if there may be others.
    package let startKey: String
    /// The file of the series, or of its training part if there are others.
    package let training: String
    /// Another stretch of the series for validation, if the data provide one.
    package let validation: String?
    /// Another stretch of the series for test, if the data provide one.
    package let test: String?
    /// The column to predict.
    package let target: String
    /// The columns that the network sees: the target first, then the inputs as listed.
    package let columns: [SeenColumn]

    /// Names the files and columns of a series.
    package init(
        startKey: String = "data.file", training: String, validation: String? = nil,
        test: String? = nil, target: String, columns: [SeenColumn]
    ) {
        self.startKey = startKey
        self.training = training
        self.validation = validation
        self.test = test
        self.target = target
        self.columns = columns
    }
}

extension SeriesSource {
    private static let expectedLags = """
        how many earlier values are seen, such as 12, or {COLUMN: 12, …} for each column
        """

    /// Reads the keys of `data:` that describe a series.
    ///
    /// - Parameter start: the key of the first file, `file` or `train`.
    init(_ section: DocumentSection, start: String) throws(ConfigError) {
        let target = try section.targetColumn()
        let names = try [target] + Self.inputs(section, target: target)
        let lags = try section.required("lags", expected: Self.expectedLags)
        self.init(
            startKey: "data.\(start)", training: try section.path(start),
            validation: try section.optionalPath("validation"),
            test: try section.optionalPath("test"), target: target,
            columns: try Self.columns(names, lags))
    }

    private static func inputs(
        _ section: DocumentSection, target: String
    ) throws(ConfigError) -> [String] {
        guard let value = section.value("inputs") else { return [] }
        let expected = "a list of columns"
        guard let elements = value.elements else { throw value.error(expected: expected) }
        var names: [String] = []
        for element in elements {
            let name = try element.string(expected: "the name of a column")
            guard name != target else {
                throw element.error(
                    expected: "a column other than data.target, which is seen in any case")
            }
            guard !names.contains(name) else { throw element.at(name).error(.repeated) }
            names.append(name)
        }
        return names
    }

    /// Reads `lags:`: one number for all columns, or a key for each.
    private static func columns(
        _ names: [String], _ value: DocumentValue
    ) throws(ConfigError) -> [SeenColumn] {
        guard value.form == .section else {
            let longest = try value.lag(from: 1)
            return names.map { SeenColumn(name: $0, lags: 1...longest) }
        }
        let section = try value.section(known: names)
        var columns: [SeenColumn] = []
        for (place, name) in names.enumerated() {
            let lags = try section.required(name, expected: "how many of its values are seen")
            columns.append(SeenColumn(name: name, lags: try lags.lags(isTarget: place == 0)))
        }
        return columns
    }
}

extension DocumentValue {
    /// The longest look back that a config may ask for.
    private static let longestLag = 10_000

    fileprivate func lag(from least: Int) throws(ConfigError) -> Int {
        try integer(in: least...Self.longestLag)
    }

    /// Reads `12`, which means from 1 to 12, or `{from: 0, to: 12}`, where 0 is the present.
    fileprivate func lags(isTarget: Bool) throws(ConfigError) -> ClosedRange<Int> {
        guard form == .section else { return 1...(try lag(from: 1)) }
        let section = try section(known: ["from", "to"])
        let nearest = try section.required("from", expected: "the nearest lag")
        if isTarget, nearest.wholeNumber == 0 {
            throw nearest.error(expected: "at least 1, because 0 is what is to be predicted")
        }
        let from = try nearest.lag(from: isTarget ? 1 : 0)
        let to = try section.required("to", expected: "the farthest lag").lag(from: from)
        return from...to
    }
}
