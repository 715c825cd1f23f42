import OperatingSystem
import StudyDocuments

/// A file of rows that a config names.
struct NamedFile {
    /// Its path.
    let path: String
    /// The place in the config that names it, for errors.
    private let mention: String

    /// Finds the file for a key of the config at `configPath`.
    init(_ file: String, key: String, config: StudyConfig, path configPath: String) {
        path = Self.located(file, besides: configPath)
        let line = config.line(of: key).map { ":\($0)" } ?? ""
        mention = "\(configPath)\(line): \(key)"
    }

    /// Files are relative to the config.
    static func located(_ file: String, besides configPath: String) -> String {
        let folder = FilePath.folder(of: configPath)
        return file.hasPrefix("/") || folder == "." ? file : "\(folder)/\(file)"
    }

    /// Reads the file, and decompresses it if needed.
    func contents() throws(StudyLoadingError) -> [UInt8] {
        try UnpackedFile.read(path, mention: mention)
    }
}
