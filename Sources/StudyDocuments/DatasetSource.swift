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

/// A file of images and the file of their labels, both in IDX.
package struct LabeledImages: Hashable, Sendable {
    /// The file of the images.
    package let images: String
    /// The file of the labels.
    package let labels: String

    /// Pairs two files.
    package init(images: String, labels: String) {
        self.images = images
        self.labels = labels
    }
}

/// Data sets whose rows are computed.
package enum GeneratedRows: Hashable, Sendable {
    /// Two interlocking spirals of three turns.
    case twoSpirals(pointsPerArm: Int)
    /// Whether a number of bits has an odd number of ones.
    case parity(bits: Int)
    /// Parity of two bits.
    case exclusiveOr
}

extension DatasetSource {
    static let keys = [
        "file", "train", "validation", "test", "images", "labels", "test_images", "test_labels",
        "generated", "points_per_arm", "bits", "target", "task", "inputs",
        "lags", "split",
    ]

    /// The keys that tell the kinds of sources apart.
    private static let starts = ["file", "train", "images", "generated"]

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
        let starts = section.keys.filter(Self.starts.contains)
        guard let start = starts.first else {
            throw section.whole.error(
                .missing(expected: "one of the keys \(Self.starts.joined(separator: ", "))")
            )
        }
        if starts.count > 1, let second = section.value(starts[1]) {
            throw second.error(expected: "no second source besides data.\(start)")
        }
        switch start {
        case "file": self = try .oneTable(section)
        case "train": self = try .severalTables(section)
        case "images": self = try .pictures(section)
        default: self = try .computed(section)
        }
    }

    /// The keys that only a series has.
    fileprivate static let seriesKeys = ["inputs", "lags"]

    private static func oneTable(_ section: DocumentSection) throws(ConfigError) -> Self {
        if section.isSeries {
            try section.refuse(allBut: ["file", "target"] + seriesKeys, besides: "file")
            return .series(try SeriesSource(section, start: "file"))
        }
        try section.refuse(allBut: ["file", "target"], besides: "file")
        return .table(file: try section.path("file"), target: try section.targetColumn())
    }

    private static func severalTables(_ section: DocumentSection) throws(ConfigError) -> Self {
        let files = ["train", "validation", "test"]
        if section.isSeries {
            try section.refuse(allBut: files + ["target"] + seriesKeys, besides: "train")
            return .series(try SeriesSource(section, start: "train"))
        }
        try section.refuse(allBut: files + ["target"], besides: "train")
        return .tables(
            training: try section.path("train"),
            validation: try section.optionalPath("validation"),
            test: try section.optionalPath("test"),
            target: try section.targetColumn()
        )
    }

    private static func pictures(_ section: DocumentSection) throws(ConfigError) -> Self {
        try section.refuse(
            allBut: ["images", "labels", "test_images", "test_labels"],
            besides: "images"
        )
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
        switch puzzle {
        case .twoSpirals:
            try section.refuse(allBut: ["generated", "points_per_arm"], besides: "generated")
            let points = try section.value("points_per_arm")?.integer(in: 8...100_000)
            return .generated(.twoSpirals(pointsPerArm: points ?? 97))
        case .parity:
            try section.refuse(allBut: ["generated", "bits"], besides: "generated")
            let bits = try section.required("bits", expected: "a whole number from 2 to 16")
            return .generated(.parity(bits: try bits.integer(in: 2...16)))
        case .exclusiveOr:
            try section.refuse(allBut: ["generated"], besides: "generated")
            return .generated(.exclusiveOr)
        }
    }
}

/// The words after `generated:`.
private enum Puzzle: String, CaseIterable {
    case twoSpirals = "two_spirals"
    case parity
    case exclusiveOr = "xor"
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
    fileprivate func refuse(allBut allowed: [String], besides start: String) throws(ConfigError) {
        let common = ["task", "split"]
        guard let stray = keys.first(where: { !(allowed + common).contains($0) }) else { return }
        let isOfSeries = DatasetSource.seriesKeys.contains(stray)
        throw (value(stray) ?? whole).error(
            expected: "no such key "
                + (isOfSeries ? "unless data.task is series" : "besides data.\(start)")
        )
    }
}
