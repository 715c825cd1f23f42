/// Where the rows of a study come from; files are relative to the config.
package enum DatasetSource: Hashable, Sendable {
    /// One table in CSV.
    case table(file: String, target: String)
    /// Tables in CSV, one for each part that the data provide.
    case tables(training: String, validation: String?, test: String?, target: String)
    /// A series in CSV, cut into parts by time.
    case series(SeriesSource)
    /// Images and labels in IDX, with those of a test part if there is one.
    case images(training: LabeledImages, test: LabeledImages?)
    /// Rows that are computed.
    case generated(GeneratedRows)
}

extension DatasetSource {
    /// The keys of `data:`.
    static let keys =
        SourceKind.allCases.flatMap(\.keys) + Puzzle.allCases.flatMap(\.keys) + ["target"]
        + seriesKeys + commonKeys

    /// The keys that only a series has.
    fileprivate static let seriesKeys = ["inputs", "lags"]
    /// The keys that every kind of source may have.
    fileprivate static let commonKeys = ["task", "split"]

    /// Whether the source itself says which rows are for validation, and which for test.
    var provides: (validation: Bool, test: Bool) {
        switch self {
        case .tables(_, let validation, let test, _): (validation != nil, test != nil)
        case .series(let series): (series.validation != nil, series.test != nil)
        case .images(_, let test): (false, test != nil)
        case .table, .generated: (false, false)
        }
    }

    init(_ section: DocumentSection) throws(ConfigError) {
        let kinds = section.keys.compactMap { SourceKind(rawValue: $0) }
        guard let kind = kinds.first else {
            let starts = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw section.whole.error(.missing(expected: "one of the keys \(starts)"))
        }
        if kinds.count > 1, let second = section.value(kinds[1].rawValue) {
            throw second.error(expected: "no second source besides data.\(kind.rawValue)")
        }
        switch kind {
        case .file: self = try .oneTable(section)
        case .train: self = try .severalTables(section)
        case .images: self = try .pictures(section)
        case .generated: self = try .computed(section)
        }
    }

    private static func oneTable(_ section: DocumentSection) throws(ConfigError) -> Self {
        if section.isSeries {
            try section.refuse(allBut: ["target"] + seriesKeys, of: .file)
            return .series(try SeriesSource(section, start: "file"))
        }
        try section.refuse(allBut: ["target"], of: .file)
        return .table(file: try section.path("file"), target: try section.targetColumn())
    }

    private static func severalTables(_ section: DocumentSection) throws(ConfigError) -> Self {
        if section.isSeries {
            try section.refuse(allBut: ["target"] + seriesKeys, of: .train)
            return .series(try SeriesSource(section, start: "train"))
        }
        try section.refuse(allBut: ["target"], of: .train)
        return .tables(
            training: try section.path("train"),
            validation: try section.optionalPath("validation"),
            test: try section.optionalPath("test"),
            target: try section.targetColumn()
        )
    }

    private static func pictures(_ section: DocumentSection) throws(ConfigError) -> Self {
        try section.refuse(allBut: [], of: .images)
        let training = LabeledImages(
            images: try section.path("images"),
            labels: try section.path("labels")
        )
        guard section.value("test_images") != nil || section.value("test_labels") != nil else {
            return .images(training: training, test: nil)
        }
        let test = LabeledImages(
            images: try section.path("test_images"),
            labels: try section.path("test_labels")
        )
        return .images(training: training, test: test)
    }

    private static func computed(_ section: DocumentSection) throws(ConfigError) -> Self {
        let puzzle = try section.required("generated", expected: "a puzzle").choice(of: Puzzle.self)
        try section.refuse(allBut: puzzle.keys, of: .generated)
        switch puzzle {
        case .twoSpirals:
            let points = try section.value("points_per_arm")?.integer(in: 8...100_000)
            return .generated(.twoSpirals(pointsPerArm: points ?? 97))
        case .parity:
            let bits = try section.required("bits", expected: "a whole number from 2 to 16")
            return .generated(.parity(bits: try bits.integer(in: 2...16)))
        case .exclusiveOr:
            return .generated(.exclusiveOr)
        }
    }
}

extension DocumentSection {
    fileprivate var isSeries: Bool { value("task")?.text == TaskWord.series.rawValue }

    func path(_ key: String) throws(ConfigError) -> String {
        try required(key, expected: "a file").string(expected: "a file")
    }

    func optionalPath(_ key: String) throws(ConfigError) -> String? {
        try value(key)?.string(expected: "a file")
    }

    func targetColumn() throws(ConfigError) -> String {
        let expected = "the name of the column to predict"
        return try required("target", expected: expected).string(expected: expected)
    }

    /// Refuses keys that belong to another kind of source.
    fileprivate func refuse(
        allBut further: [String], of kind: SourceKind
    ) throws(ConfigError) {
        let allowed = kind.keys + further + DatasetSource.commonKeys
        guard let stray = keys.first(where: { !allowed.contains($0) }) else { return }
        let isOfSeries = DatasetSource.seriesKeys.contains(stray)
        throw (value(stray) ?? whole).error(
            expected: "no such key "
                + (isOfSeries ? "unless data.task is series" : "besides data.\(kind.rawValue)")
        )
    }
}
