package import Datasets

extension StudyConfig {
    /// Returns an error at the key of the config that the rows cannot satisfy, if there is one.
    package func blame(for problem: DatasetError) -> ConfigError? {
        switch problem {
        case .missingColumn(let file, let column, let columns):
            // A table without its target is the wrong table; for a series, the config chooses
            // the columns.
            guard case .series(let series) = source else { return nil }
            let most = 20
            let more = columns.count > most ? ", …" : ""
            return error(
                at: column == series.target ? "data.target" : "data.inputs", found: column,
                expected: "a column of \(file): "
                    + columns.prefix(most).joined(separator: ", ") + more)
        case .shortSeries(let file, let rowCount, let lags) where rowCount > 6:
            return error(
                at: "data.lags", found: "\(lags)",
                expected: "at most \(rowCount - 6), because \(file) has \(rowCount) rows")
        case .emptyPart(let part, let rowCount):
            return blameRows("\(remedy): of \(rowCount) rows, none is for \(part.rawValue)")
        case .constantTargets(let part, let rowCount, let value):
            return blameRows(
                "\(remedy): of \(rowCount) \(part.rawValue) rows, all have the target \(value)")
        case .constantFeatures(_, let rowCount):
            return blameRows("a feature that varies over the \(rowCount) training rows")
        default: return nil
        }
    }

    private var remedy: String { "more rows or another split" }

    private func blameRows(_ expected: String) -> ConfigError? {
        guard let start = source.start else { return nil }
        return error(at: start.key, found: start.file, expected: expected)
    }
}

extension DatasetSource {
    fileprivate var start: (key: String, file: String)? {
        switch self {
        case .table(let file, _): ("data.file", file)
        case .tables(let training, _, _, _): ("data.train", training)
        case .series(let series): (series.startKey, series.training)
        case .images(let training, _): ("data.images", training.images)
        case .generated: nil
        }
    }
}
